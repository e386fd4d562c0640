import { expect, test } from 'vitest';
import { isPlanMilestone } from '#core/base/milestones.ts';
import { keepPublished } from '#core/snapshot/published.ts';
import { findSurfaceDrift } from '#core/findings/surface-drift.ts';
import { toDocumentedPath } from '#core/consumers/surface/documented-path.ts';
import type { Api } from '#model/api.ts';
import type { DocumentedEndpoint } from '#model/evidence.ts';
import { aLibrary, anApi, anEndpoint, aRegistry, aSnapshot } from '../../builders.ts';
import { findIn } from './consumers/source/scan-files.ts';

/** JavaScript's engine throws at the one, and is busy with the other for hours. */
const insensitive = '(?i)^/CARS(/|$)';
const endless = '^(/[a-z:]+)+/?!$';
const longPath = `/${'a'.repeat(40)}`;

const documented = (path: string): DocumentedEndpoint => ({
	source: 'page',
	method: 'GET',
	path,
	file: 'doc/cars.md',
	line: 1,
});
const apiWith = (pattern: string): Api =>
	anApi({ surface: { ...anApi().surface, pattern }, endpoints: [anEndpoint()] });

test.each([
	['the milestones of the plan', (pattern: string, path: string) => isPlanMilestone(path, pattern)],
	[
		'a page of the documentation',
		(pattern: string, path: string) => toDocumentedPath(path, pattern) !== undefined,
	],
	[
		'what is kept of the documentation',
		(pattern: string, path: string) => {
			const snapshot = aSnapshot({ rows: { surface: [documented(path)] } });
			return keepPublished(snapshot, aRegistry({ api: apiWith(pattern) })).rows.surface.length > 0;
		},
	],
	[
		'what is documented and not declared',
		(pattern: string, path: string) =>
			findSurfaceDrift({ api: apiWith(pattern) }, [documented(path), documented('/cars')]).some(
				({ rule }) => rule === 'endpoint-not-declared',
			),
	],
	[
		'paths in source',
		(pattern: string, path: string) =>
			findIn({ 'a.ts': `fetch('/api/v4/cars${path}');\n` }, apiWith(pattern)).length > 0,
	],
])('the pattern for %s is read by RE2', (_, fits) => {
	expect(fits(insensitive, '/cars/all')).toBe(true);
	expect(fits(endless, longPath)).toBe(false);
});

test('the name of a part of a client is no pattern', () => {
	const api = anApi({ clients: [aLibrary({ services: ['(c+)+d', 'Cars'] })] });
	const go = `package a\n\nimport cars "example.com/car-go"\n\nfunc f(c *cars.Client) { c.Cars.New() } // ${'c'.repeat(40)}\n`;
	expect(findIn({ 'a.go': go }, api)).toEqual(['a.go:5 Cars.New']);
});
