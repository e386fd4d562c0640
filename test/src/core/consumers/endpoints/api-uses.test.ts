import { describe, expect, test } from 'vitest';
import { findEndpoints } from '#core/consumers/endpoints/api-uses.ts';
import { anApi, anEndpoint, aUse } from '../../../../builders.ts';

const api = anApi({
	endpoints: [
		anEndpoint({ id: 'all', path: '/cars/all', calls: { 'car-go': ['Cars.all'] } }),
		anEndpoint({ id: 'own', calls: { 'car-go': ['Cars.all(owned)', 'Cars.ListCars'] } }),
		anEndpoint({ id: 'make', method: 'POST', graphql: ['Mutation.carCreate'], calls: {} }),
		anEndpoint({
			id: 'group',
			path: '/groups/:id/cars',
			calls: { 'car-go': ['Cars.all(groupId)'] },
		}),
		anEndpoint({ id: 'get', path: '/cars/:id', calls: { other: ['Cars.GetCar'] } }),
		anEndpoint({
			id: 'drop',
			path: '/cars/:id',
			method: 'DELETE',
			calls: { 'car-go': ['Cars.remove(id)'] },
		}),
		anEndpoint({
			id: 'drop-key',
			path: '/cars',
			method: 'DELETE',
			calls: { 'car-go': ['Cars.remove(key)'] },
		}),
	],
});
const idsOf = (use: Parameters<typeof aUse>[0]) =>
	findEndpoints(aUse(use), api).map(({ id }) => id);

describe('a method is the endpoints that name it', () => {
	test.each([
		['Cars.ListCars', null, ['own']],
		['Cars.ListCars', [], ['own']],
		['Cars.all', [], ['all']],
		['Cars.all', ['page'], ['all']],
		['Cars.all', ['owned'], ['own']],
		['Cars.all', ['page', 'groupId'], ['group']],
		['Cars.all', null, ['all', 'own', 'group']],
		['Cars.remove', ['key'], ['drop-key']],
		['Cars.remove', [], ['drop', 'drop-key']],
		['Cars.NewThing', null, []],
	])('%s with %j', (name, options, ids) => {
		expect(idsOf({ name, options })).toEqual(ids);
	});

	test('of its own library', () => {
		expect(idsOf({ name: 'Cars.GetCar', client: 'car-go' })).toEqual([]);
		expect(idsOf({ name: 'Cars.GetCar', client: 'other' })).toEqual(['get']);
		expect(idsOf({ name: 'Cars.GetCar', client: null })).toEqual([]);
	});
});

test.each([
	['GET /cars', ['own']],
	['POST /cars', ['make']],
	['/cars', ['own', 'make', 'drop-key']],
	['/cars/:x', ['get', 'drop']],
	['DELETE /cars/:x', ['drop']],
	['PATCH /cars/:x', []],
	['/groups/:x/cars', ['group']],
	['/cars/new_thing', []],
])('the path %s is the endpoints of its shape', (name, ids) => {
	expect(idsOf({ kind: 'path', client: null, name })).toEqual(ids);
});

test('a field of GraphQL is the endpoints that do the same', () => {
	expect(idsOf({ kind: 'graphql', client: null, name: 'Mutation.carCreate' })).toEqual(['make']);
	expect(idsOf({ kind: 'graphql', client: null, name: 'Query.other' })).toEqual([]);
});
