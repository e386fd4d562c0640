import { describe, expect, test } from 'vitest';
import { exportRecipes } from '#components/publish/export-recipes.ts';
import { exportNames } from '#core/publish/exports/addresses.ts';
import { aProjectPath } from '../../../builders.ts';

const origin = 'https://pages.example.com/handbook';
const path = aProjectPath();
const names = exportNames;

/** The lines to copy of a recipe, by what they are. */
function samplesOf(id: string, name = 'Widget'): Record<string, string> {
	const recipe = exportRecipes({ origin, example: { name, path }, names }).find(
		(one) => one.id === id,
	)!;
	return Object.fromEntries(recipe.samples.map(({ name, code }) => [name, code]));
}

test('a spreadsheet is filled from the CSV file', () => {
	expect(samplesOf('spreadsheet')['Formula of the first cell']).toBe(
		`=IMPORTDATA("${origin}/exports/v1/projects.csv")`,
	);
});

describe('a badge in a README', () => {
	const badge = `${origin}/exports/v1/badges/${path}.svg`;
	const page = `${origin}/projects/${path}/`;

	test('leads to the page of the project, and has words instead of the image', () => {
		expect(samplesOf('badge')).toEqual({
			Markdown: `[![Checks of Widget](${badge})](${page})`,
			HTML: `<a href="${page}"><img src="${badge}" alt="Checks of Widget" height="20"></a>`,
		});
	});

	test('keeps its form whatever the project is called', () => {
		const { Markdown, HTML } = samplesOf('badge', 'A ](x) & "<b>"');
		expect(Markdown).toContain(String.raw`[![Checks of A \](x) \& "\<b\>"](${badge})]`);
		expect(HTML).toContain('alt="Checks of A ](x) &amp; &quot;&lt;b&gt;&quot;"');
	});
});

test('every sample of the page has a name of its own', () => {
	const all = exportRecipes({ origin, example: { name: 'Widget', path }, names }).flatMap(
		({ samples }) => samples.map(({ name }) => name),
	);
	expect(new Set(all).size).toBe(all.length);
});

test('a team without a plan reads of no file of it', () => {
	const recipes = exportRecipes({ origin, example: { name: 'Widget', path }, names: ['projects'] });
	expect(JSON.stringify(recipes)).not.toContain('/plan.json');
});
