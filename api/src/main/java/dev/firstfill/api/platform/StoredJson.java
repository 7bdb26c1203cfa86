package dev.firstfill.api.platform;

import dev.firstfill.kernel.StoredJsonFormat;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;

/** Stored documents have a format of their own: what the front desk does to JSON must not change what is kept. */
@JsonFormat
@PersistenceUnitExtension
class StoredJson extends StoredJsonFormat {}
