import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { toHealthExport } from '#core/publish/exports/health-export.ts';
import { toOnboardingExport, toOnboardingTable } from '#core/publish/exports/onboarding-export.ts';
import { toPublishedSchema } from '#model/exports/file.ts';
import { HealthExport } from '#model/exports/health.ts';
import { OnboardingExport } from '#model/exports/onboarding.ts';
import { anOnboarding, aSite, aSnapshot } from '../../../../builders.ts';

const source = {
	site: aSite(),
	about: aSnapshot().about,
	addressOf: (path: string) => `https://example.com${path}`,
};
const [inPlace, moved] = anOnboarding({ page: '/work/' }, { project: 'example/old' }).steps;
const onboarding = toOnboardingExport({
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

test('a step says what became of where it leads, in a word that stays and in a sentence', () => {
	expect(onboarding.steps).toMatchObject([
		{ id: 'step-1', grants: null, state: 'unasked', says: null },
		{ id: 'step-2', state: 'moved', says: 'Moved: now at example/new.' },
	]);
	const { columns, cells } = toOnboardingTable(onboarding);
	const at = columns.findIndex(({ name }) => name === 'roles');
	expect(cells.map((row) => row[at])).toEqual(['', 'brewer; taster']);
});

test.each([
	{ name: 'onboarding', shape: OnboardingExport, value: onboarding },
	{ name: 'health', shape: HealthExport, value: toHealthExport(source) },
])('$name.json is what its published schema says', ({ shape, value }) => {
	const ajv = new Ajv2020({ strict: true });
	addFormats(ajv);
	const isValid = ajv.compile(toPublishedSchema(shape, 'https://example.com/schema.json'));
	expect(isValid(value), JSON.stringify(isValid.errors)).toBe(true);
	expect(isValid({ ...value, snapshot: undefined })).toBe(false);
});
