import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listKeys, type RegistryKey } from '#core/registry/keys.ts';
import { toYaml } from '#core/registry/to-yaml.ts';
import { registryFiles, toRegistrySchema, type RegistryFile } from '#model/registry.ts';

const keysOf = (file: RegistryFile) => listKeys(toRegistrySchema(file));
const find = (file: RegistryFile, path: string) => keysOf(file).filter((key) => key.path === path);

describe('a key says what it means and how it is written', () => {
	test.each<{ why: string; file: RegistryFile; key: Partial<RegistryKey> & { path: string } }>([
		{
			why: 'of an entry, where the file is a list',
			file: 'projects',
			key: { path: 'path', type: 'project path', isRequired: true, example: 'group/project' },
		},
		{
			why: 'with a default',
			file: 'projects',
			key: { path: 'private', type: 'true or false', isRequired: false, default: 'false' },
		},
		{
			why: 'that holds other keys',
			file: 'projects',
			key: { path: 'tree', type: 'the keys below', isRequired: false, example: undefined },
		},
		{
			why: 'within it, required when it is there',
			file: 'projects',
			key: { path: 'tree.ref', type: 'text', isRequired: true, example: 'main' },
		},
		{
			why: 'of a list of texts, with an example from its entries',
			file: 'projects',
			key: { path: 'earlierPaths', type: 'list of project paths', example: '[group/project]' },
		},
		{
			why: 'two lists deep',
			file: 'site',
			key: { path: 'projectGroups[].categories[].id', type: 'slug', isRequired: true },
		},
		{
			why: 'with a range',
			file: 'plan',
			key: { path: 'nextMilestones', type: 'whole number from 0 to 12', example: '3' },
		},
		{
			why: 'above a number',
			file: 'site',
			key: { path: 'staleAfterHours', type: 'number above 0' },
		},
		{
			why: 'without an upper limit',
			file: 'plan',
			key: { path: 'planningIssueDaysBefore', type: 'whole number from 0' },
		},
		{
			why: 'of some words',
			file: 'jobs',
			key: { path: 'jobs[].grade', type: 'one of A, B, C, D, F', example: undefined },
		},
		{
			why: 'that may be left empty',
			file: 'checks',
			key: { path: 'exemptions', type: 'list of entries with the keys below', isRequired: false },
		},
		{
			why: 'of a list that may be left empty',
			file: 'checks',
			key: { path: 'exemptions[].until', type: 'day', example: '2026-12-25' },
		},
		{
			why: 'of names that the team chooses',
			file: 'api',
			key: {
				path: 'endpoints[].calls',
				type: 'list of methods for each slug',
				example: '{ client-go: [Issues.ListIssues] }',
			},
		},
		{
			why: 'whose example would be a number without quotes',
			file: 'api',
			key: { path: 'endpoints[].deprecation.since', example: '"18.5"' },
		},
		{
			why: 'that all kinds of entries have',
			file: 'team',
			key: { path: 'rosters[].title', only: undefined },
		},
		{
			why: 'that one kind of entries has',
			file: 'team',
			key: { path: 'rosters[].manager', only: 'kind: stable-counterparts' },
		},
	])('$file: $key.path, $why', ({ file, key }) => {
		const found = find(file, key.path);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject(key);
	});

	test('once for each kind, where kinds differ', () => {
		expect(find('team', 'rosters[].kind')).toMatchObject([
			{ type: 'the word team-by-manager-role', only: undefined },
			{ type: 'the word stable-counterparts', only: undefined },
			{ type: 'the word team-by-departments', only: undefined },
		]);
		expect(find('team', 'rosters[].role').map(({ only }) => only)).toEqual([
			'kind: team-by-manager-role',
			'kind: stable-counterparts',
		]);
		expect(find('team', 'rosters[].title')).toHaveLength(1);
	});
});

describe.each(registryFiles)('%s', (file) => {
	const keys = keysOf(file);

	test('says what it is, and what each key means', () => {
		expect(toRegistrySchema(file).description).toMatch(/\.$/);
		expect(keys.filter(({ meaning }) => !meaning.endsWith('.'))).toEqual([]);
	});

	test('has an example of each key whose type does not say it all', () => {
		const clear = /^(true or false|one of .*|the word .*|the keys below|.* with the keys below)$/;
		const without = keys.filter(({ type, example }) => !clear.test(type) && example === undefined);
		expect(without).toEqual([]);
	});

	test('has no example that it would not accept', () => {
		const ajv = new Ajv();
		addFormats(ajv);
		const wrong: unknown[] = [];
		const look = (part: unknown) => {
			if (typeof part !== 'object' || part === null) return;
			const { examples } = part as { examples?: unknown[] };
			wrong.push(...(examples ?? []).filter((example) => !ajv.validate(part, example)));
			Object.values(part).forEach(look);
		};
		look(toRegistrySchema(file));
		expect(wrong).toEqual([]);
	});

	test('has examples and defaults that are YAML', () => {
		for (const { example, default: value } of keys) {
			for (const text of [example, value].filter((one) => one !== undefined)) {
				const parsed: unknown = parse(`key: ${text}`, { strict: true });
				expect(toYaml((parsed as { key: unknown }).key)).toBe(text);
			}
		}
	});
});
