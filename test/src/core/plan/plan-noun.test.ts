import { describe, expect, test } from 'vitest';
import { sayingOf } from '#core/plan/plan-noun.ts';

const byMilestones = sayingOf({});
const byIterations = sayingOf({ iterations: { cadence: 'Weeks' } });

describe('a team that plans by iterations reads of iterations', () => {
	test.each([
		['one', 'This milestone is over.', 'This iteration is over.'],
		['several', 'No milestones yet.', 'No iterations yet.'],
		['at the start', 'Milestones of that day', 'Iterations of that day'],
		['behind an article', 'A milestone ends.', 'An iteration ends.'],
		["of one's own", "its milestone's cutoff", "its iteration's cutoff"],
		['a label', 'It has ~"milestone::now".', 'It has ~"milestone::now".'],
		[
			'an address',
			'See /roadmap/milestones/ and milestones.ics.',
			'See /roadmap/milestones/ and milestones.ics.',
		],
	])('%s', (_, text, said) => {
		expect(byIterations(text)).toBe(said);
		expect(byMilestones(text)).toBe(text);
	});
});

test('names are as GitLab has them', () => {
	const title = 'Milestone of snow';
	expect(byIterations`Milestone ${title}: 1 of ${2}`).toBe('Iteration Milestone of snow: 1 of 2');
	expect(byMilestones`Milestone ${title}`).toBe('Milestone Milestone of snow');
});
