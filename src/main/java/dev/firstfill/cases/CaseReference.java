package dev.firstfill.cases;

import dev.firstfill.kernel.Ids;

/** What a case may be called by: the id that programs keep, or the number that people say. */
public sealed interface CaseReference permits CaseId, CaseNumber {

    /** @throws CaseRefusals.CaseNotFound when it is neither: what cannot exist is not there */
    static CaseReference of(String text) {
        return CaseNumber.parse(text)
                .<CaseReference>map(number -> number)
                .orElseGet(() -> Ids.read(text).map(CaseId::new).orElseThrow(CaseRefusals.CaseNotFound::new));
    }
}
