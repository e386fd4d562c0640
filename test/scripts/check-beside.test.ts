import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkBeside } from '../../scripts/check-beside.ts';
import { refuseBadPages } from '../../scripts/handbook-pages.ts';
import { teams } from '../fixtures/teams.ts';

const home = join(import.meta.dirname, '../..');

test('a check beside a render finds what a check before it finds', async () => {
	const root = await mkdtemp(join(tmpdir(), 'beside-'));
	try {
		await cp(join(teams.kettle, 'content'), join(root, 'content'), { recursive: true });
		await cp(join(home, 'public'), join(root, 'public'), { recursive: true });
		expect(await checkBeside(root)).toEqual(await refuseBadPages(root));
		await appendFile(join(root, 'content/handbook/work/health.mdx'), '\n[Gone](/work/gone/)\n');
		const [beside, before] = await Promise.allSettled([checkBeside(root), refuseBadPages(root)]);
		expect(beside).toMatchObject({ status: 'rejected' });
		expect(beside).toEqual(before);
	} finally {
		await rm(root, { recursive: true });
	}
});
