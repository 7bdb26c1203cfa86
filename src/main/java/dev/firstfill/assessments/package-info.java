/**
 * Clinical assessments: what a patient is asked by a versioned questionnaire, and what has to be done about the answers.
 *
 * <p>Answers are kept one by one, so that "all patients with rheumatoid arthritis who named cost as a barrier" is a
 * question to columns. Words are sealed by the patient's key. What is signed is never edited: another assessment amends
 * it. Each answer that raises a concern leaves one, which is followed up until it is resolved.
 */
@NullMarked
package dev.firstfill.assessments;

import org.jspecify.annotations.NullMarked;
