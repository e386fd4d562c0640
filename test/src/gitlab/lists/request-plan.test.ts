import { describe, expect, test } from 'vitest';
import { plannedRequests, planFileRequests, type Spent } from '#gitlab/lists/request-plan.ts';
import { aDeclaredConsumer, aDeclaredProject } from '../../../builders.ts';

const projects = (count: number) =>
	Array.from({ length: count }, (_, index) =>
		aDeclaredProject({ path: `platform/p${String(index)}` }),
	);
const consumers = (count: number) =>
	Array.from({ length: count }, (_, index) =>
		aDeclaredConsumer({ path: `others/c${String(index)}` }),
	);
const planFor = (
	declared: { projects: number; consumers: number },
	spent: Partial<Spent> = {},
	withToken = false,
) =>
	planFileRequests(
		{ projects: projects(declared.projects), consumers: consumers(declared.consumers) },
		{ projects: 0, all: 0, ...spent },
		{ withToken },
	);

describe('the requests for files', () => {
	test.each([
		{ all: 60, withToken: false, why: 'few were made' },
		{ all: 250, withToken: false, why: 'most were made' },
		{ all: 250, withToken: true, why: 'a token is tried besides' },
	])(
		'and all others, sources of consumers included, stay below 300: $why',
		({ all, withToken }) => {
			const plan = planFor({ projects: 36, consumers: 2 }, { all }, withToken);
			const ofSources = 2 * 2;
			const ofToken = withToken ? 1 : 0;
			const total = all + ofSources + ofToken + plan.projects + plan.consumers;
			expect(total).toBeLessThanOrEqual(plannedRequests);
			expect(total).toBeGreaterThan(plannedRequests - 3);
		},
	);

	test.each([295, 400])('are none when %i were made: files are left to the next pull', (all) => {
		expect(planFor({ projects: 36, consumers: 2 }, { all })).toEqual({ projects: 0, consumers: 0 });
	});

	test('are shared by the number of projects', () => {
		const plan = planFor({ projects: 30, consumers: 10 });
		expect(plan.projects / plan.consumers).toBeCloseTo(3, 0);
	});

	test('are some where more is declared than 300 requests can tell of, whatever was made', () => {
		const plan = planFor({ projects: 1000, consumers: 2 }, { projects: 6000, all: 6100 });
		expect(plan.projects).toBeGreaterThan(300);
		expect(plan.projects).toBeLessThanOrEqual(1000);
	});

	test('never make the projects ask for more than 260 of up to 37', () => {
		const spent = { projects: 200, all: 200 };
		expect(planFor({ projects: 37, consumers: 0 }, spent).projects).toBe(60);
		expect(planFor({ projects: 37, consumers: 0 }, { projects: 270, all: 20 }).projects).toBe(0);
	});

	test('of nothing are none', () => {
		expect(planFor({ projects: 0, consumers: 0 })).toEqual({ projects: 0, consumers: 0 });
	});
});
