package dev.firstfill.api.recalls;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.recalls.RecallContact;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A try to tell somebody of a recall. */
@Schema(name = "RecallContact", description = "A try to tell somebody of a recall.")
public record RecallContactView(
        UUID id,
        UUID patient,
        RecallContact.Party party,
        RecallContact.Channel channel,
        RecallContact.Outcome outcome,
        RecallContact.Product product,
        @Nullable String note,
        ColleagueView by,
        Instant at) {
    static RecallContactView of(RecallContact contact) {
        return new RecallContactView(
                contact.id(),
                contact.patient().value(),
                contact.party(),
                contact.channel(),
                contact.outcome(),
                contact.product(),
                contact.note(),
                ColleagueView.of(contact.by()),
                contact.at());
    }

    static @Nullable RecallContactView last(@Nullable RecallContact contact) {
        return contact == null ? null : of(contact);
    }

    @Override
    public String toString() {
        return "RecallContactView[" + id + "]";
    }
}
