import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { toPublishedSchema } from '#model/exports/file.ts';
import { ProjectsExport } from '#model/exports/exports.ts';
import { aProjectsExport, anExportedProject } from '../../core/publish/exports/values.ts';

const id = 'https://pages.example.com/exports/v1/projects.schema.json';
const schema = toPublishedSchema(ProjectsExport, id);
const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
const isValid = ajv.compile(schema);

/** As a reader gets it. */
const published = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('the schema says what it is, where it is, and which draft it follows', () => {
	expect(schema).toMatchObject({
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		$id: id,
		title: expect.stringContaining('version 1') as string,
		description: expect.stringContaining('null is never 0') as string,
	});
});

test('what is known and what is unknown of a project is valid', () => {
	expect(isValid(published(aProjectsExport()))).toBe(true);
	expect(isValid.errors).toBeNull();
});

test('a field that a later version adds is no reason to refuse the file', () => {
	const later = { ...aProjectsExport(), projects: [{ ...anExportedProject(), stars: 3 }] };
	expect(isValid(published(later))).toBe(true);
});

describe('the schema refuses', () => {
	const { path, ...withoutPath } = anExportedProject();
	test.each([
		{ what: 'a renamed field', row: { ...withoutPath, fullPath: path } },
		{ what: 'a field that is gone', row: withoutPath },
		{ what: '0 in the place of unknown', row: { ...anExportedProject(), languages: 0 } },
		{ what: 'a number as text', row: { ...anExportedProject(), releaseOverdueAfterDays: '45' } },
		{
			what: 'a day in the place of an instant',
			row: { ...anExportedProject(), lastActivityAt: '2026-11-20' },
		},
		{
			what: 'a new answer of a check',
			row: {
				...anExportedProject(),
				checks: [{ ...anExportedProject().checks[0], answer: 'failed' }],
			},
		},
		{
			what: 'a count that is unknown',
			row: { ...anExportedProject(), checkCounts: { holds: null } },
		},
	])('$what', ({ row }) => {
		expect(isValid(published({ ...aProjectsExport(), projects: [row] }))).toBe(false);
	});

	test('another version', () => {
		expect(isValid(published({ ...aProjectsExport(), version: 2 }))).toBe(false);
	});
});

describe('every field is explained', () => {
	interface Node {
		path: string;
		description: unknown;
		nullable: boolean;
	}

	/** The fields of a schema, however deep. */
	function fieldsOf(node: unknown, path = ''): Node[] {
		if (typeof node !== 'object' || node === null) return [];
		return Object.entries(node).flatMap(([key, value]) => {
			if (key !== 'properties') return fieldsOf(value, path);
			return Object.entries(value as Record<string, { description?: unknown }>).flatMap(
				([name, field]) => [
					{
						path: `${path}/${name}`,
						description: field.description,
						nullable: JSON.stringify({ ...field, properties: {}, items: {} }).includes('"null"'),
					},
					...fieldsOf(field, `${path}/${name}`),
				],
			);
		});
	}
	const fields = fieldsOf(schema);

	test('in words', () => {
		expect(fields.length).toBeGreaterThan(60);
		const silent = fields.filter(
			({ description }) => typeof description !== 'string' || description.length < 5,
		);
		expect(silent.map(({ path }) => path)).toEqual([]);
	});

	test('and what null means there', () => {
		const nullable = fields.filter((field) => field.nullable);
		expect(nullable.length).toBeGreaterThan(20);
		const silent = nullable.filter(({ description }) => !String(description).includes('null: '));
		expect(silent.map(({ path }) => path)).toEqual([]);
	});
});
