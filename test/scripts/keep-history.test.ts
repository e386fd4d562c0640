import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DeclaredRule } from '#model/rules.ts';
import type { SnapshotRows } from '#model/snapshot.ts';
import { readHistory, rulesHistory } from '#store/history.ts';
import { writeSnapshot } from '#store/snapshot.ts';
import { keepHistory } from '../../scripts/keep-history.ts';
import { aMilestone, anIssue, aPlace, aRegistry, aSnapshot } from '../builders.ts';

const rules = [
	{ ...DeclaredRule.parse({ id: 'risk-resolved', days: 1 }), place: aPlace() },
	{ ...DeclaredRule.parse({ id: 'one-priority' }), place: aPlace() },
];
const rows: Partial<SnapshotRows> = {
	milestones: [aMilestone()],
	issues: [anIssue({ milestone: '19.7', labels: ['Widget::P1'], healthStatus: 'at_risk' })],
};

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'keep-'));
});
afterEach(() => rm(root, { recursive: true }));

async function keepOn(day: string, registry = aRegistry({ rules })) {
	const snapshot = aSnapshot({ about: { pulledAt: `${day}T08:30:00Z` }, rows });
	await writeSnapshot(root, snapshot);
	return keepHistory(root, registry, snapshot);
}

test('a pull keeps what came of the rules, with the plan of its own day among the kept ones', async () => {
	expect(await keepOn('2026-11-20')).toContain('rules');
	await keepOn('2026-11-23');
	const { days } = await readHistory(root, rulesHistory);
	expect(days.map(({ day, rules: kept }) => [day, kept])).toEqual([
		['2026-11-20', { 'one-priority': 'holds' }],
		['2026-11-23', { 'one-priority': 'holds', 'risk-resolved': 'broken' }],
	]);
});

test('a team that states no rule keeps nothing of them', async () => {
	expect(await keepOn('2026-11-23', aRegistry())).not.toContain('rules');
});
