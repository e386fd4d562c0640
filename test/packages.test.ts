import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const lock = z
	.object({
		packages: z.record(
			z.string(),
			z.object({ version: z.string().optional(), license: z.string().optional() }),
		),
	})
	.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));

/** They allow use, change and passing on, and ask for no more than their own text. */
const allowed = new Set([
	'0BSD',
	'Apache-2.0',
	'BlueOak-1.0.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'CC0-1.0',
	'ISC',
	'MIT',
	'MPL-2.0',
	'Python-2.0',
]);

/** What is only used in a build, and not passed on: the library that reads pictures, and the font of those we draw. */
const buildsOnly = new Map([
	['LGPL-3.0-or-later', /^node_modules\/@img\/sharp-/],
	['OFL-1.1', /^node_modules\/@expo-google-fonts\//],
]);

function mayUse(path: string, licence: string): boolean {
	const parts = licence.replaceAll(/[()]/g, '').split(/ (?:AND|OR) /);
	return parts.every((part) => allowed.has(part) || buildsOnly.get(part)?.test(path) === true);
}

const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('packages', () => {
	test('have licences of a short list', () => {
		const refused = installed.flatMap(([path, { license }]) => {
			// One leaves its licence out of the lock file, and has it in a file beside its code.
			const licence = license ?? licenceOf(path);
			return mayUse(path, licence) ? [] : [`${path}: ${licence}`];
		});
		expect(refused).toEqual([]);
		expect(installed.length).toBeGreaterThan(100);
	});

	test('are asked for in one version each, so that every build is the same', () => {
		const manifest = z
			.object({
				dependencies: z.record(z.string(), z.string()),
				devDependencies: z.record(z.string(), z.string()),
			})
			.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
		const versions = { ...manifest.dependencies, ...manifest.devDependencies };
		for (const [name, version] of Object.entries(versions)) {
			expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
		}
	});
});

function licenceOf(path: string): string {
	const text = readFileSync(join(root, path, 'LICENSE'), 'utf8');
	return text.includes('Permission is hereby granted, free of charge') ? 'MIT' : 'unknown';
}
