import { describe, expect, test } from 'vitest';
import { planRequests } from '#gitlab/request-plan.ts';
import type { Registry } from '#model/registry.ts';
import {
	aDeclaredConsumer,
	aDeclaredGroup,
	aDeclaredProject,
	aRegistry,
	checkRules,
	planRules,
} from '../../builders.ts';

const projects = (count: number, parent = 'platform') =>
	Array.from({ length: count }, (_, index) =>
		aDeclaredProject({ path: `${parent}/p${String(index)}` }),
	);
const consumers = (count: number) =>
	Array.from({ length: count }, (_, index) =>
		aDeclaredConsumer({ path: `others/c${String(index)}` }),
	);
const planFor = (change: Partial<Registry>, withToken = false) => {
	const plan = planRules({ groupLabels: ['a', 'b'], nextMilestones: 3 });
	return planRequests(aRegistry({ plan, ...change }), { withToken });
};

describe('the requests of both lists', () => {
	test.each([
		{ count: 1, why: 'a few projects' },
		{ count: 36, why: 'as many as a team has' },
	])('and of all others stay below 300: $why', ({ count }) => {
		const change = {
			projects: projects(count, 'platform/tools/deep'),
			consumers: consumers(2),
			people: [aDeclaredGroup()],
			checks: checkRules({ completeGroups: ['platform/tools'] }),
		};
		const { projects: ours, consumers: theirs } = planFor(change, true);
		// Plan, groups, complete groups; token, members, access with the three groups above.
		const others = 2 + 8 + 1 + 2 + (1 + 1 + 1 + 3);
		expect(ours + theirs).toBeLessThanOrEqual(295 - others);
		expect(ours).toBeLessThanOrEqual(260);
	});

	test('are shared by the number of projects', () => {
		const plan = planFor({ projects: projects(30), consumers: consumers(10) });
		expect(plan.projects / plan.consumers).toBeCloseTo(3, 0);
	});

	test('are more where more is declared: enough for all but most files', () => {
		const plan = planFor({ projects: projects(1000), consumers: consumers(2) });
		expect(plan.projects).toBeGreaterThan(6 * 1000);
		expect(plan.projects).toBeLessThanOrEqual(7 * 1000);
	});

	test('are fewer with a token, with which groups are asked for the access they give', () => {
		const scattered = {
			projects: Array.from({ length: 36 }, (_, index) =>
				aDeclaredProject({ path: `platform/g${String(index)}/api` }),
			),
		};
		expect(planFor(scattered, true).projects).toBeLessThan(planFor(scattered).projects);
	});

	test('never are more than 260 of up to 37 projects', () => {
		expect(planFor({ projects: projects(37) }).projects).toBe(260);
	});

	test('of nothing are none', () => {
		expect(planFor({ projects: [], consumers: [] })).toEqual({ projects: 0, consumers: 0 });
	});
});
