import { describe, expect, test } from 'vitest';
import { fingerprintSearch, isLikelyPath } from '#core/consumers/source/search.ts';
import { aLibrary, anApi, anEndpoint } from '../../../../builders.ts';

describe('a search is another one when it can find something else', () => {
	const now = fingerprintSearch(anApi());

	test.each([
		['another library', anApi({ clients: [aLibrary({ packages: ['example.com/other'] })] })],
		['another service', anApi({ clients: [aLibrary({ services: ['Cars', 'Keys'] })] })],
		['another endpoint', anApi({ endpoints: [anEndpoint({ path: '/cars/all' })] })],
		['another method', anApi({ endpoints: [anEndpoint({ calls: { 'car-go': ['Cars.Other'] } })] })],
		['another pattern', anApi({ surface: { ...anApi().surface, pattern: 'keys' } })],
	])('%s', (_, api) => {
		expect(fingerprintSearch(api)).not.toBe(now);
	});

	test('but not when only words change', () => {
		const { endpoints } = anApi();
		expect(fingerprintSearch(anApi({ name: 'Other', docs: 'https://docs.example.com/x' }))).toBe(
			now,
		);
		expect(
			fingerprintSearch(anApi({ endpoints: endpoints.map((one) => ({ ...one, title: 'Other' })) })),
		).toBe(now);
	});
});

test('files that are read one by one are those whose path speaks of the API', () => {
	const api = anApi({ clients: [aLibrary({ services: ['Cars', 'CarKeys', 'CarKeyScopes'] })] });
	const paths = [
		'internal/commands/car/list/list.go',
		'internal/resource_car_key.go',
		'src/MyCars.ts',
		'go.mod',
		'web/package.json',
		'internal/keys/keys.go',
		'internal/car/list_test.go',
		'vendor/car/car.go',
		'docs/cars.md',
	];
	expect(paths.filter((path) => isLikelyPath(path, api))).toEqual(paths.slice(0, 5));
});

test('services without a word in common are each a word', () => {
	const api = anApi({ clients: [aLibrary({ services: ['Cars', 'Garages'] })] });
	expect(isLikelyPath('a/garage.go', api)).toBe(true);
	expect(isLikelyPath('a/car.go', api)).toBe(true);
	expect(isLikelyPath('a/lot.go', api)).toBe(false);
});
