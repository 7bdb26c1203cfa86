package dev.firstfill.tenancy.sealing;

import com.google.crypto.tink.Aead;

/** The key that wraps every pharmacy's keys. It lives outside the database: in a file, or in a key service. */
public interface KeyEncryption {

    /** Encrypts and decrypts keysets; may call a key service and must not be used on an event loop. */
    Aead aead();
}
