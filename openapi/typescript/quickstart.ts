// What a program does first: registers a patient, finds it again, changes it, and is told what it got wrong.
import createClient from "openapi-fetch";
import type { components, paths } from "./firstfill.js";

type Problem = components["schemas"]["Problem"];

const [address, token] = [setting("FIRSTFILL_URL"), setting("FIRSTFILL_TOKEN")];
const firstfill = createClient<paths>({ baseUrl: address, headers: { Authorization: `Bearer ${token}` } });

// Register.
const registered = await firstfill.POST("/v1/patients", {
  body: { name: { given: "Marisol", family: "Vega" }, birthDate: "1961-04-12", sex: "female", language: "es-US" },
});
const patient = registered.data ?? refused("register", registered.error);
console.log(`registered ${patient.number}`);

// Read: by the id, or by the number that people say aloud. The ETag is its version.
const read = await firstfill.GET("/v1/patients/{patient}", { params: { path: { patient: patient.number } } });
const version = read.response.headers.get("ETag") ?? "";
expect(read.data?.id === patient.id, "the number leads to the patient");

// Search: whatever identifies a person travels in the body, never in the address.
const search = await firstfill.POST("/v1/patients/search", { body: { family: "veg", birthDate: "1961-04-12" } });
expect(search.data?.items.some((found) => found.id === patient.id) ?? false, "the search finds the patient");

// Change parts of it: null removes, what is left out stays. If-Match names the version that the change was made from.
const changed = await firstfill.PATCH("/v1/patients/{patient}", {
  params: { path: { patient: patient.id }, header: { "If-Match": version } },
  body: { language: null, phones: [{ use: "home", number: "(518) 555-0199", preferred: true }] },
  headers: { "Content-Type": "application/merge-patch+json" },
});
const now = changed.data ?? refused("change", changed.error);
expect(now.language === undefined && now.phones[0]?.number === "+15185550199", "the change is made");

// Somebody else may have been quicker: a version that is gone changes nothing.
const late = await firstfill.PATCH("/v1/patients/{patient}", {
  params: { path: { patient: patient.id }, header: { "If-Match": version } },
  body: { sex: "unknown" },
  headers: { "Content-Type": "application/merge-patch+json" },
});
expect(late.response.status === 412 && late.error?.code === "stale-version", "the old version is refused");

// What is not there is a problem document. Its code is what programs act on; its type is a page for people.
const missing = await firstfill.GET("/v1/patients/{patient}", { params: { path: { patient: "P999999" } } });
const problem: Problem | undefined = missing.error;
expect(missing.response.status === 404 && problem !== undefined, "nobody has that number");
console.log(`refused with ${problem?.code}: ${problem?.title}`);

function refused(what: string, problem: Problem | undefined): never {
  throw new Error(`Could not ${what}: ${problem?.code} ${problem?.detail ?? ""} (${problem?.traceId})`);
}

function expect(holds: boolean, what: string): void {
  if (!holds) {
    throw new Error(`It does not hold that ${what}.`);
  }
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`Set ${name}.`);
  }
  return value;
}
