package dev.firstfill.assessments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What a patient answered to one question. */
public sealed interface Answer {

    /** As JSON writes it. */
    Object plain();

    record YesOrNo(boolean yes) implements Answer {
        @Override
        public Object plain() {
            return yes;
        }
    }

    record Choice(String code) implements Answer {
        @Override
        public Object plain() {
            return code;
        }
    }

    record Choices(List<String> codes) implements Answer {
        public Choices {
            codes = List.copyOf(codes);
        }

        @Override
        public Object plain() {
            return codes;
        }
    }

    record Quantity(BigDecimal number) implements Answer {
        @Override
        public Object plain() {
            return number;
        }
    }

    record Day(LocalDate day) implements Answer {
        @Override
        public Object plain() {
            return day.toString();
        }
    }

    record Words(String text) implements Answer {
        @Override
        public Object plain() {
            return text;
        }

        @Override
        public String toString() {
            return "Words[hidden]";
        }
    }
}
