import { describe, expect, test } from 'vitest';
import { handbookRules } from '#core/rules/rules.ts';
import { ruleIds } from '#model/rules.ts';
import { milestoneCases } from './milestone-cases.ts';
import { planningCases } from './planning-cases.ts';
import { projectCases } from './project-cases.ts';
import { aDeclaredProject, aProject, planRules } from '../../../builders.ts';
import { judge } from './rule-case.ts';
import { workCases } from './work-cases.ts';

const cases = [...planningCases, ...workCases, ...milestoneCases, ...projectCases];
const named = cases.map((one) => [one.declared.id, one] as const);
const exempt = { reason: 'We change it next year', by: 'product manager', until: '2026-11-23' };

test('checks that we could not run are counted beside those that we could', () => {
	const path = 'example/tools/gear';
	const registry = { projects: [aDeclaredProject(), aDeclaredProject({ path })] };
	const hidden = aProject({ path, answer: 'missing-or-private' });
	const observed = (...projects: ReturnType<typeof aProject>[]) =>
		judge({ id: 'projects-at-path' }, { registry, rows: { projects } }).observed;
	expect(observed(hidden)).toBe("We couldn't run 2 checks.");
	expect(observed(aProject(), hidden)).toBe(
		"The one project that was checked is at its path. We couldn't run 1 more check.",
	);
});

test('every rule has its cases', () => {
	expect(named.map(([id]) => id).toSorted()).toEqual([...ruleIds].toSorted());
});

describe.each(named)('%s', (id, { declared, passes, fails, says, shows = [], notChecked }) => {
	const results = {
		holds: judge(declared, passes),
		broken: judge(declared, fails),
		unknown: judge(declared, notChecked),
		exempt: judge({ ...declared, exempt }, fails),
	};

	test('data decide it in each way, and an exemption excuses what fails', () => {
		for (const [answer, result] of Object.entries(results)) expect(result.answer).toBe(answer);
	});

	test('what fails says what, shows what decided it, and says what to do', () => {
		const { observed, evidence, fix } = results.broken;
		expect(observed).toBe(says);
		expect(evidence).toEqual({
			items: shows.map((text): unknown => expect.objectContaining({ text })),
			total: shows.length,
		});
		expect(fix?.text).toMatch(/^[A-Z].*\.$/);
	});

	test('what is not checked says what is missing', () => {
		expect(results.unknown.needs).toMatch(/^[A-Z].*\.$/);
		expect(results.unknown.evidence.total).toBe(0);
	});

	test('it reads as whole sentences in every state', () => {
		for (const [answer, result] of Object.entries(results)) {
			for (const sentence of [result.observed, result.statement, result.why]) {
				expect(sentence, answer).toMatch(/^[A-Z0-9][^\n]*[.”"]$/);
				expect(sentence, answer).not.toMatch(/undefined|null|NaN| {2}|~""|\.\.$/);
				expect(sentence.length, answer).toBeLessThan(260);
			}
		}
		expect(handbookRules[id].title).toMatch(/^[A-Z].*[^.]$/);
	});

	test('who plans by iterations reads of iterations', () => {
		for (const given of [passes, fails, notChecked]) {
			const { plan = planRules(), ...rest } = given.registry ?? {};
			const registry = { ...rest, plan: { ...plan, iterations: {} } };
			const { title, why, statement, observed, from, fix, needs } = judge(declared, {
				...given,
				registry,
			});
			const texts = [title, why, statement, observed, from?.text, fix?.text, needs].join('\n');
			if (handbookRules[id].ofMilestonesAlone !== true)
				expect(texts).not.toMatch(/milestone(?!s?\.yaml)/i);
			else expect(texts).toContain('milestone');
		}
	});

	test('an exemption changes no other answer, and none after its last day', () => {
		expect(judge({ ...declared, exempt }, passes).answer).toBe('holds');
		expect(judge({ ...declared, exempt }, notChecked).answer).toBe('unknown');
		const over = { ...exempt, until: '2026-11-22' };
		expect(judge({ ...declared, exempt: over }, fails).answer).toBe('broken');
	});

	test('a list that it reads and nobody has pulled keeps it from being judged', () => {
		const missing = { state: 'missing', reason: 'GitLab did not answer.' } as const;
		for (const list of handbookRules[id].lists) {
			const result = judge(declared, { ...passes, lists: { [list]: missing } });
			expect(result).toMatchObject({ answer: 'unknown', readAt: null });
			expect(result.observed).toContain('GitLab did not answer.');
		}
	});
});
