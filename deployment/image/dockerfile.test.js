import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { breaches } from './dockerfile.js';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

for (const path of ['docker/Dockerfile', 'docker/Keycloak.Dockerfile']) {
  test(`${path} keeps every rule`, () => {
    assert.deepEqual(breaches(read(path)), []);
  });
}

test('the deliberately broken Dockerfile is refused, with a reason for each line', () => {
  assert.deepEqual(breaches(read('deployment/image/broken/Dockerfile')), [
    'line 6: Unknown instruction: COPPY',
    'line 1: eclipse-temurin:latest must name its version',
    'line 2: ADD fetches and unpacks: use COPY',
    'line 3: RUN must not fetch by address: what is fetched is pinned by the build',
    'line 4: FIRSTFILL_CURSOR_SECRET would be kept in the image for all to read',
    'line 5: DB_PASSWORD would be kept in the image for all to read',
    'The last stage must end as a USER by number that is not root',
    'The last stage must have a HEALTHCHECK',
    'The last stage must have an ENTRYPOINT as a list, so that no shell keeps signals from it',
  ]);
});

/** What a script does, without what it says and remarks. */
const done = (script) => script.split('\n').filter((line) => !/^\s*(say|#)/.test(line)).join('\n');

test('what the steps in a plain folder run is what the Dockerfile runs', () => {
  const steps = done(read('docker/steps'));
  const commands = [...read('docker/Dockerfile').matchAll(/^RUN (?:--mount=\S+ )?(.*[^\\\n])$/gm)].map((match) => match[1]);

  assert.deepEqual(commands, ['QUARKUS_PACKAGE_JAR_TYPE=aot-jar bin/setup', 'firstfill train']);
  for (const command of commands) assert.ok(steps.includes(command), command);
});

test('a step that is said and not done is none', () => {
  assert.ok(!done('  say "RUN firstfill train"\n# firstfill train\n').includes('firstfill train'));
});

test('what the image is built from has every module that Maven asks for', () => {
  const modules = [...read('pom.xml').matchAll(/<module>(.*)<\/module>/g)].map((match) => match[1]);
  const letIn = read('.dockerignore').match(/^!.*$/gm).map((line) => line.slice(1));

  assert.ok(modules.length > 4);
  for (const module of modules) assert.ok(letIn.includes(module) || letIn.includes(`${module}/pom.xml`), module);
});
