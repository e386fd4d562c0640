import { expect, test } from 'vitest';
import { toDocumentedPath } from '#core/consumers/surface/documented-path.ts';

const pattern = '(^|/)cars(/|$)';

test.each([
	{ written: '/cars', path: '/cars' },
	{ written: '/cars/:id/crank', path: '/cars/:id/crank' },
	{ written: '/cars/{id}/crank', path: '/cars/:id/crank' },
	{ written: '/cars/<id>/crank', path: '/cars/:id/crank' },
	{ written: '/garages/:garage_id/cars?sort=asc&page=2', path: '/garages/:garage_id/cars' },
	{ written: '/api/v4/cars/{car_id}', path: '/cars/:car_id' },
	{ written: '/api/{version}/cars', path: '/cars' },
	{ written: 'https://cars.example.com/api/v4/cars/#all', path: '/cars' },
])('$written is $path', ({ written, path }) => {
	expect(toDocumentedPath(written, pattern)).toBe(path);
});

test.each([
	{ written: '/carts', why: 'is of another API' },
	{ written: '/api/v4', why: 'is the root' },
	{ written: '/cars/*wild', why: 'is no path of an endpoint' },
	{ written: '/cars/a b', why: 'has a space' },
	{ written: '/', why: 'is empty' },
])('$written is none: it $why', ({ written }) => {
	expect(toDocumentedPath(written, pattern)).toBeUndefined();
});
