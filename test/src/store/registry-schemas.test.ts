import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { registryFiles, toRegistrySchema } from '#model/registry.ts';
import { renderSchema, schemaFolder, writeSchemas } from '#store/registry-schemas.ts';

const checkout = join(import.meta.dirname, '../../..');
const readAt = (path: string) => readFile(join(checkout, path), 'utf8');
const checkWith = (schema: object) => {
	const ajv = new Ajv();
	addFormats(ajv);
	return ajv.compile(schema);
};

test('there is a schema for each file, and no other', async () => {
	const root = await mkdtemp(join(tmpdir(), 'schemas-'));
	await writeSchemas(root);
	const expected = registryFiles.map((name) => `${name}.json`).toSorted();
	expect((await readdir(join(root, schemaFolder))).toSorted()).toEqual(expected);
	expect((await readdir(join(checkout, schemaFolder))).toSorted()).toEqual(expected);
	await rm(root, { recursive: true });
});

describe.each(registryFiles)('%s', (name) => {
	test('has a schema that npm run schemas would not change', async () => {
		expect(await readAt(`${schemaFolder}/${name}.json`)).toBe(renderSchema(name));
	});

	test.each(['test/fixtures/registry', 'test/fixtures/teams/kettle/content/registry'])(
		'of %s fits its schema',
		async (at) => {
			const check = checkWith(toRegistrySchema(name));
			check(parse(await readAt(`${at}/${name}.yaml`)));
			expect(check.errors).toBeNull();
		},
	);
});

test('an editor underlines a key that is unknown', () => {
	const check = checkWith(toRegistrySchema('people'));
	const group = { path: 'acme/quiet', name: 'Quiet', meaning: 'They work.', publishMembers: true };
	expect(check([group])).toBe(true);
	expect(check([{ ...group, colour: 'red' }])).toBe(false);
});
