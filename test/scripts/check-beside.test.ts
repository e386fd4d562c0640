import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkBeside } from '../../scripts/check-beside.ts';
import { refuseBadPages } from '../../scripts/handbook-pages.ts';
import { teams } from '../fixtures/teams.ts';
import { copyCheckout } from '../site/checkout.ts';

test('a check beside a render finds what a check before it finds', async () => {
	const checkout = await copyCheckout(teams.kettle);
	try {
		const root = checkout.folder;
		expect(await checkBeside(root)).toEqual(await refuseBadPages(root));
		await appendFile(join(root, 'content/handbook/work/health.mdx'), '\n[Gone](/work/gone/)\n');
		const [beside, before] = await Promise.allSettled([checkBeside(root), refuseBadPages(root)]);
		expect(beside).toMatchObject({ status: 'rejected' });
		expect(beside).toEqual(before);
	} finally {
		await checkout.remove();
	}
});
