import { expect, test } from 'vitest';
import { toOnboardingExport, toOnboardingTable } from '#core/publish/exports/onboarding-export.ts';
import { OnboardingExport } from '#model/exports/onboarding.ts';
import { anOnboarding, aSite, aSnapshot } from '../../../../builders.ts';

const source = {
	site: aSite(),
	about: aSnapshot().about,
	addressOf: (path: string) => `https://example.com${path}`,
};
const [inPlace, moved] = anOnboarding({ page: '/work/' }, { project: 'example/old' }).steps;
const whole = toOnboardingExport({
	...source,
	steps: [
		{ ...inPlace!, cited: { state: 'unasked' }, publishedUrl: 'https://example.com/work/' },
		{
			...moved!,
			grants: 'brewing manager',
			roles: ['brewer', 'taster'],
			cited: { state: 'moved', path: 'example/old', to: 'example/new' },
			publishedUrl: 'https://gitlab.example.com/example/new',
		},
	],
});
// Strict: a field that the shape does not know is a mistake of ours.
const onboarding = OnboardingExport.parse(whole);

test('a step says what became of where it leads, in a word that stays and in a sentence', () => {
	expect(onboarding.steps).toMatchObject([
		{ id: 'step-1', grants: null, state: 'unasked', says: null },
		{ id: 'step-2', state: 'moved', says: 'Moved: now at example/new.' },
	]);
	const { columns, cells } = toOnboardingTable(onboarding);
	const at = columns.findIndex(({ name }) => name === 'roles');
	expect(cells.map((row) => row[at])).toEqual(['', 'brewer; taster']);
});
