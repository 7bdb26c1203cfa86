package dev.firstfill.benefits;
public record BenefitsInvestigation(boolean isCovered, boolean paRequired) {}
