import { expect, test } from 'vitest';
import { findStepAddress, toGitLabChecklist, type CopiedStep } from '#core/words/step-words.ts';
import { aContact, anOnboarding, aSite } from '../../../builders.ts';

const places = { site: aSite(), contact: { ...aContact(), channels: [] } };

test.each([
	{
		target: { project: 'example/tools/widget' },
		to: 'https://gitlab.example.com/example/tools/widget',
	},
	{ target: { page: '/work/' as const }, to: '/work/' },
	{
		target: { group: 'example/reviewers' },
		to: 'https://gitlab.example.com/groups/example/reviewers/-/group_members?with_inherited_permissions=exclude',
	},
	{
		target: { label: 'easy one' },
		to: 'https://gitlab.example.com/groups/example/-/issues?state=opened&label_name%5B%5D=easy+one',
	},
])('$target leads to $to', ({ target, to }) => {
	expect(findStepAddress(anOnboarding(target).steps[0]!.target, { state: 'fine' }, places)).toBe(
		to,
	);
});

test('a project that has moved is linked where it is now', () => {
	const [step] = anOnboarding({ project: 'example/old' }).steps;
	const cited = { state: 'moved', path: 'example/old', to: 'example/new' } as const;
	expect(findStepAddress(step!.target, cited, places)).toBe(
		'https://gitlab.example.com/example/new',
	);
});

test('a checklist has a part for each time, and says who grants a step and for whom it is', () => {
	const step = (change: Partial<CopiedStep>): CopiedStep => ({
		title: 'Get your keys',
		when: 'day-1',
		url: 'https://example.com/keys/',
		roles: [],
		...change,
	});
	const steps = [
		step({ grants: 'brewing manager', roles: ['brewer', 'taster'] }),
		step({ title: 'Taste [it]', when: 'month-1', url: null }),
	];
	expect(toGitLabChecklist(steps)).toBe(
		[
			'## First day',
			'',
			'- [ ] [Get your keys](https://example.com/keys/). Brewing manager grants it. For: brewer and taster.',
			'',
			'## First month',
			'',
			String.raw`- [ ] Taste \[it\].`,
		].join('\n'),
	);
});
