import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { renderCsv } from '#core/publish/exports/csv.ts';
import { toRulesExport, toRulesTable } from '#core/publish/exports/rules-export.ts';
import type { BlockPage } from '#core/publish/pages/block-pages.ts';
import { runRules } from '#core/rules/run-rules.ts';
import { RulesExport } from '#model/exports/rules.ts';
import { DeclaredRule } from '#model/rules.ts';
import {
	aDeclaredProject,
	anIssue,
	aPlace,
	aProject,
	aRegistry,
	aSite,
	aSnapshot,
	someFacts,
} from '../../../../builders.ts';
import { milestones } from '../../rules/rule-case.ts';

const exempt = { reason: 'We have just begun', by: 'lead', until: '2026-12-01' };
const rules = [
	{ id: 'projects-at-path', owner: 'lead' },
	{ id: 'one-priority', exempt },
	{ id: 'planning-issues-ahead' },
	{ id: 'milestone-days' },
].map((rule) => ({ ...DeclaredRule.parse(rule), place: aPlace() }));
const snapshot = aSnapshot({
	lists: { 'planning-issues': { state: 'missing', reason: 'GitLab did not answer.' } },
	rows: {
		milestones,
		projects: [aProject({ facts: someFacts({ path: 'example/tools/gadget' }) })],
		issues: [
			anIssue({ milestone: '19.7', title: '=1+1\nand <b>', labels: ['Widget::P1', 'Widget::P2'] }),
		],
	},
});
const pages = new Map<string, BlockPage[]>([
	['one-priority', [{ title: 'Planning', path: '/work/' }]],
]);
const results = runRules(aRegistry({ rules, projects: [aDeclaredProject()] }), snapshot, []);
// Strict: a field that the shape does not know is a mistake of ours.
const whole = RulesExport.parse(
	toRulesExport({
		site: aSite(),
		about: snapshot.about,
		results,
		pages,
		addressOf: (path) => `https://handbook.example.com${path}`,
	}),
);

test('each rule says what came of it, what decided it, and where it is stated', () => {
	expect(whole.counts).toEqual({ passes: 1, fails: 1, notChecked: 1, exempt: 1 });
	expect(whole.rules).toMatchObject([
		{
			answer: 'fails',
			owner: 'lead',
			evidence: [
				{ text: 'Widget', url: 'https://handbook.example.com/projects/example/tools/widget/' },
			],
			exemption: null,
		},
		{
			answer: 'exempt',
			exemption: exempt,
			evidence: [{ text: 'example/tools/widget#1 =1+1 and <b>' }],
			pages: ['https://handbook.example.com/work/'],
		},
		{ answer: 'not-checked', readAt: null, needs: expect.any(String) as unknown },
		{ answer: 'passes', evidence: [], needs: null, fix: null },
	]);
});

test('the sheet has a row for each rule, with the day on which its exemption ends', () => {
	const rows: Record<string, string>[] = parse(renderCsv(toRulesTable(whole)), { columns: true });
	expect(rows.map(({ id, answer, exempt_until }) => [id, answer, exempt_until])).toEqual([
		['projects-at-path', 'fails', ''],
		['one-priority', 'exempt', '2026-12-01'],
		['planning-issues-ahead', 'not-checked', ''],
		['milestone-days', 'passes', ''],
	]);
});
