import { describe, expect, test } from 'vitest';
import { countAnswers, runChecks } from '#core/inventory/checks/run-checks.ts';
import { rulesFor } from '#core/inventory/checks/rules.ts';
import { aDeclaredProject, anExemption, aTool, checkRules } from '../../../../builders.ts';
import { aSubject, missing } from './a-subject.ts';

const limited = { releaseOverdueAfterDays: 5 };

test('the checks stand in the order in which people read them, tools last', () => {
	const tools = [aTool(), aTool({ id: 'shown', agreed: undefined }), aTool({ id: 'lint' })];
	expect(rulesFor(checkRules({ tools })).map(({ id }) => id)).toEqual([
		'path',
		'readable',
		'archived',
		'listed',
		'maintainers',
		'codeowners',
		'licence',
		'release',
		'pipeline',
		'tool-go',
		'tool-lint',
	]);
});

test('a check of a group that the registry does not name is no check', () => {
	const rules = { ...checkRules({ codeowners: [], completeGroups: [], tools: [] }) };
	delete rules.maintainers;
	expect(rulesFor(rules).map(({ id }) => id)).toEqual([
		'path',
		'readable',
		'archived',
		'licence',
		'release',
		'pipeline',
	]);
});

test('every check says in whole sentences what holds and why it matters', () => {
	for (const { title, claim, why } of rulesFor(checkRules())) {
		expect(title).toMatch(/^[A-Z].*[^.]$/);
		expect(claim).toMatch(/^[A-Z].*\.$/);
		expect(why).toMatch(/^[A-Z].{40,}\.$/);
	}
});

test('without a token all is told but the access', () => {
	const { checks } = runChecks(aSubject({ access: [], lists: { access: missing } }));
	const unknown = checks.filter(({ answer }) => answer === 'unknown');
	expect(unknown.map(({ id }) => id)).toEqual(['maintainers']);
	expect(countAnswers(checks)).toEqual({ holds: 8, broken: 0, unknown: 1, exempt: 0 });
});

test('with a token the access is told, too, and what does not apply is in no sum', () => {
	const { checks, notApplied } = runChecks(aSubject());
	expect(countAnswers(checks)).toEqual({ holds: 9, broken: 0, unknown: 0, exempt: 0 });
	expect(notApplied).toEqual([
		{ id: 'release', title: 'Released on time', why: 'The registry sets no limit.' },
	]);
});

test('every broken check says how to mend it', () => {
	const facts = {
		path: 'elsewhere/widget',
		archived: false,
		codeowners: null,
		license: null,
		latestVersion: null,
		pipeline: { status: 'failed', updatedAt: null, webUrl: null },
		toolPins: [],
	};
	const declared = { ...limited, private: true };
	const { checks } = runChecks(aSubject({ declared, facts, groupProjects: [] }));
	const broken = checks.filter(({ answer }) => answer === 'broken');
	expect(broken.map(({ id }) => id)).toEqual([
		'path',
		'readable',
		'listed',
		'codeowners',
		'licence',
		'release',
		'pipeline',
		'tool-go',
	]);
	for (const { fix } of broken) expect(fix?.text).toMatch(/^[A-Z]/);
});

describe('an exemption', () => {
	const answerOf = (exemption: ReturnType<typeof anExemption>, tag = 'v1') => {
		const facts = {
			latestVersion: { kind: 'release' as const, tag, releasedAt: '2026-11-01T09:00:00Z' },
		};
		const rules = checkRules({ exemptions: [exemption] });
		const { checks } = runChecks(aSubject({ declared: limited, facts, rules }));
		return checks.find(({ id }) => id === 'release');
	};

	test('turns what is broken into exempt, and is shown with it', () => {
		const exemption = anExemption({ project: 'Example/Tools/Widget' });
		expect(answerOf(exemption)).toMatchObject({ answer: 'exempt', exemption });
	});

	test.each([
		{ until: '2026-11-23', answer: 'exempt', why: 'its last day' },
		{ until: '2026-11-22', answer: 'broken', why: 'the day after' },
	])('until $until: $answer, $why', ({ until, answer }) => {
		expect(answerOf(anExemption({ until }))?.answer).toBe(answer);
	});

	test.each([
		{ exemption: anExemption({ check: 'licence' }), why: 'of another check' },
		{ exemption: anExemption({ project: 'example/tools/other' }), why: 'of another project' },
	])('$why changes nothing', ({ exemption }) => {
		expect(answerOf(exemption)?.answer).toBe('broken');
	});

	test('changes neither what holds nor what is unknown', () => {
		const rules = checkRules({
			exemptions: [anExemption({ check: 'licence' }), anExemption({ check: 'maintainers' })],
		});
		const { checks } = runChecks(aSubject({ rules, access: [] }));
		expect(countAnswers(checks)).toMatchObject({ exempt: 0, unknown: 1 });
		expect(checks.every(({ exemption }) => exemption === undefined)).toBe(true);
	});
});

test('the rules of a subject can be given once for many', () => {
	const subject = aSubject({ declared: aDeclaredProject() });
	expect(runChecks(subject, []).checks).toEqual([]);
});
