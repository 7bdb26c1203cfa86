package dev.firstfill.benefits;
public record FundingDecision(String kind) {}
