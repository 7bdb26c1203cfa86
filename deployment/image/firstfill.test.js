import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../docker/firstfill', import.meta.url));
let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'firstfill-'));
  const java = join(folder, 'java');
  // Says which process it is and with what, and then ends as JAVA_DOES says.
  writeFileSync(java, '#!/usr/bin/env bash\necho "$$ $*"\neval "${JAVA_DOES:-exec sleep 30}"\n');
  chmodSync(java, 0o755);
});
after(() => rmSync(folder, { recursive: true }));

function firstfill(words, environment = {}) {
  return spawn(script, words, {
    env: { PATH: `${folder}:${process.env.PATH}`, FIRSTFILL_SECRETS: folder, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const begun = async (program) => {
  const [said] = await once(program.stdout, 'data');
  const [pid, ...words] = said.toString().trim().split(' ');
  return { pid: Number(pid), words };
};

for (const signal of ['SIGTERM', 'SIGINT']) {
  test(`a migration that hears ${signal} ends what it runs, waits for it and says so`, { timeout: 10_000 }, async () => {
    const migration = firstfill(['migrate']);
    const { pid } = await begun(migration);

    migration.kill(signal);

    assert.deepEqual(await once(migration, 'exit'), [143, null]);
    assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
  });
}

test('a migration makes the catalogue first, and stops where that fails', { timeout: 10_000 }, async () => {
  const said = async (does) => {
    const migration = firstfill(['migrate'], { JAVA_DOES: does });
    let text = '';
    migration.stdout.on('data', (part) => (text += part));
    const [code] = await once(migration, 'close');
    return [code, text.match(/TenantCommand \w+/g)];
  };

  assert.deepEqual(await said('exit 0'), [0, ['TenantCommand init', 'TenantCommand migrate']]);
  assert.deepEqual(await said('exit 3'), [3, ['TenantCommand init']]);
});

test("an operator's command is the process that gets the signals, with a heap that leaves the program its own", async () => {
  const command = firstfill(['tenant', 'list']);
  const { pid, words } = await begun(command);
  command.kill('SIGKILL');

  assert.equal(pid, command.pid);
  assert.equal(words.findLast((word) => word.includes('MaxRAMPercentage')), '-XX:MaxRAMPercentage=25');
});
