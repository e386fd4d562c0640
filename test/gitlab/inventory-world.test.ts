import { expect, test } from 'vitest';
import { ask, fieldOf, serve } from './ask.ts';
import { inventoryPaths, inventoryRegistry } from './inventory-registry.ts';
import { inventorySecretGroup, inventoryWorld } from './inventory-world.ts';
import { smallToken } from './small-world.ts';

const { private: hidden, declaredPrivate, otherInstance, moved } = inventoryPaths;

test('every declared project is there, but those that differ in just that', async () => {
	const gitlab = await serve(inventoryWorld());
	const statuses: Record<string, number> = {};
	for (const { path } of inventoryRegistry.projects) {
		const { status } = await ask(gitlab, `projects/${encodeURIComponent(path)}`);
		if (status !== 200) statuses[path] = status;
	}
	expect(statuses).toEqual({
		[hidden]: 404,
		[declaredPrivate]: 404,
		[otherInstance]: 404,
		[moved]: 301,
	});
	const withToken = await ask(gitlab, `projects/${encodeURIComponent(hidden)}`, {
		token: smallToken,
	});
	expect(withToken.status).toBe(200);
});

test('the complete group has an undeclared project, and one that only the token sees', async () => {
	const gitlab = await serve(inventoryWorld());
	const list = 'groups/platform%2Ftools/projects?order_by=path&sort=asc&with_shared=false';
	const paths = async (options: { token?: string }) =>
		fieldOf(await ask(gitlab, list, options), 'path');
	expect(await paths({})).toEqual(['good', 'undeclared']);
	expect(await paths({ token: smallToken })).toEqual(['good', 'undeclared', 'undeclared-private']);
});

test('the secret group is told to the token alone', async () => {
	const gitlab = await serve(inventoryWorld());
	const list = 'groups/platform/projects?include_subgroups=true&per_page=100';
	expect((await ask(gitlab, list)).text).not.toContain(inventorySecretGroup);
	expect((await ask(gitlab, list, { token: smallToken })).text).toContain(inventorySecretGroup);
});
