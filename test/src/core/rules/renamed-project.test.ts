import { expect, test } from 'vitest';
import { runRules } from '#core/rules/run-rules.ts';
import { DeclaredRule } from '#model/rules.ts';
import {
	aDeclaredGroup,
	aDeclaredProject,
	aGroup,
	anAccess,
	anIssue,
	aPlace,
	aProject,
	aProjectPath,
	aRegistry,
	aSnapshot,
	someFacts,
} from '../../../builders.ts';
import { milestones } from './rule-case.ts';

const rules = [
	{ id: 'projects-at-path' },
	{ id: 'projects-maintained' },
	{ id: 'projects-owned' },
	{ id: 'release-in-time', project: 'example/tools/widget', days: 1 },
	{ id: 'groups-visible' },
	{ id: 'milestone-days' },
	{ id: 'top-priority-present' },
].map((rule) => ({ ...DeclaredRule.parse(rule), place: aPlace() }));
const registry = aRegistry({
	rules,
	people: [aDeclaredGroup()],
	projects: [aDeclaredProject(), aDeclaredProject({ path: 'example/tools/other', name: 'Other' })],
});
const released = {
	latestVersion: { kind: 'release', tag: 'v19.6.0', releasedAt: '2026-11-19T10:00:00Z' },
	releaseDates: ['2026-11-19T10:00:00Z'],
} as const;

function answersWith(path: string) {
	const facts = someFacts({ path, ...released, releaseDates: [...released.releaseDates] });
	const rows = {
		milestones,
		groups: [aGroup()],
		issues: [anIssue({ milestone: '19.7', labels: ['Widget::P1'] })],
		access: ['widget', 'other'].map((name) =>
			anAccess({ project: aProjectPath(`example/tools/${name}`) }),
		),
		projects: [aProject({ facts }), aProject({ path: 'example/tools/other' })],
	};
	return runRules(registry, aSnapshot({ rows }), []).map(
		({ id, answer, evidence }) => [id, answer, evidence.items.map(({ text }) => text)] as const,
	);
}

test('renaming a project on GitLab marks exactly the rule that names its path, and that project', () => {
	const [before, after] = [
		answersWith('example/tools/widget'),
		answersWith('example/tools/gadget'),
	];
	expect(before.every(([, answer]) => answer === 'holds')).toBe(true);
	expect(after.filter((_, index) => after[index]![1] !== before[index]![1])).toEqual([
		['projects-at-path', 'broken', ['Widget']],
	]);
});
