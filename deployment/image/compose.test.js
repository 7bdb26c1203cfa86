import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { breaches } from './compose.js';

const root = new URL('../../', import.meta.url);
const folder = new URL('docker/', root);
const compose = readFileSync(new URL('compose.yaml', folder), 'utf8');
const broken = (name) => readFileSync(new URL(`broken/${name}`, import.meta.url), 'utf8');

test('docker/compose.yaml fits the specification and keeps every rule', () => {
  assert.deepEqual(breaches(compose, folder), []);
});

test('a deliberately broken file with a field that Compose does not know is refused', () => {
  assert.deepEqual(breaches(broken('unknown-field.yaml'), folder), [
    '/services/api must NOT have additional properties: depend_on',
  ]);
});

test('a deliberately broken file is refused, with a reason for each rule', () => {
  assert.deepEqual(breaches(broken('careless.yaml'), folder), [
    'api must not be privileged',
    'api must be read_only',
    'api must drop ALL capabilities',
    'api must have no-new-privileges:true',
    'api must not use the network host',
    'api must add no capability while it has a network',
    'api must not be root while it has a network',
    'api must name the version of its image: firstfill:latest',
    'api must limit cpus',
    'api must limit memory',
    'api must limit pids',
    'api must not be reachable from other machines: 8443:8443',
    'api must take FIRSTFILL_CURSOR_SECRET from a secret',
    'api sets FIRSTFILL_DB_HOTS, which nobody reads',
    'api must have a healthcheck',
    'api must say in which condition it needs others',
    'api mounts ./certificates, which is not there',
    'api mounts keys, which is not there',
    'api uses the secret FIRSTFILL_DB_OWNER_PASSWORT, which is not there',
    'api gets FIRSTFILL_DB_OWNER_PASSWORT, which nobody reads',
  ]);
});

test('a deliberately broken file in which one image has two builders and another none is refused', () => {
  assert.deepEqual(breaches(broken('twice-built.yaml'), folder), [
    'api must not have its environment as a list',
    'api is built as firstfill:0.1.0, which furnish builds already',
    'worker must name what is in its environment, and not take it from a file',
    'postgres must say its user',
    'postgres must have a healthcheck',
  ]);
});

test('the database is made with the encoding and locale of the one that tests run on', () => {
  const sorting = (text) => text.match(/--(encoding|[a-z-]*locale[a-z-]*)=[\w.-]+/g).sort();
  const tests = sorting(readFileSync(new URL('local/src/main/java/dev/firstfill/local/Postgres.java', root), 'utf8'));

  assert.ok(tests.includes('--encoding=UTF8'));
  assert.deepEqual(sorting(parse(compose, { merge: true }).services.postgres.environment.POSTGRES_INITDB_ARGS), tests);
});
