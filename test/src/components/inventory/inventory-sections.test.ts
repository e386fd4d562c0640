import { expect, test } from 'vitest';
import { findLanguages, toSections } from '#components/inventory/inventory-sections.ts';
import { aDeclaredProject, aProject, aSite, someFacts } from '../../../builders.ts';

const { projectGroups } = aSite({
	projectGroups: [
		{ id: 'product', title: 'Products' },
		{
			id: 'helper',
			title: 'Helpers',
			categories: [
				{ id: 'linters', title: 'Linters' },
				{ id: 'testing', title: 'Testing' },
				{ id: 'release', title: 'Release' },
			],
		},
		{ id: 'old', title: 'Old ones', categories: [{ id: 'gone', title: 'Gone' }] },
	],
});
const rowOf = (name: string, group: string, category?: string) => ({
	declared: aDeclaredProject({ name, group, ...(category && { category }) }),
});

test('projects stand in the registry’s groups and categories, by name; each group is there', () => {
	const sections = toSections(projectGroups, [
		rowOf('Tester', 'helper', 'testing'),
		rowOf('Zebra', 'product'),
		rowOf('Anvil', 'product'),
		rowOf('Linter', 'helper', 'linters'),
	]);
	expect(
		sections.map(({ title, isFirst, rows }) => [
			title,
			isFirst,
			rows.map(({ declared }) => declared.name),
		]),
	).toEqual([
		['Products', true, ['Anvil', 'Zebra']],
		['Helpers: Linters', true, ['Linter']],
		['Helpers: Testing', false, ['Tester']],
		['Old ones', true, []],
	]);
});

test('the languages to choose from are the main ones, each once', () => {
	const projectWith = (...names: string[]) => ({
		project: aProject({
			facts: someFacts({ languages: names.map((name) => ({ name, share: 100 / names.length })) }),
		}),
	});
	const unseen = { project: aProject({ answer: 'missing-or-private' }) };
	expect(
		findLanguages([
			projectWith('Ruby', 'Shell'),
			projectWith('Go', 'Shell'),
			projectWith('Go'),
			projectWith(),
			unseen,
			{ project: undefined },
		]),
	).toEqual(['Go', 'Ruby']);
});
