import { expect, test } from 'vitest';
import { Ledger } from '#gitlab/transport/ledger.ts';

test('an address counts once, however often it is tried, and every query counts', () => {
	const ledger = new Ledger();
	for (const path of ['/a', '/a', '/a?page=2', '/gitlab/api/graphql', '/gitlab/api/graphql'])
		ledger.note(new URL(path, 'https://gitlab.example'));
	expect(ledger.count).toBe(4);
});
