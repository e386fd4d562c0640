/**
 * Consumers of every kind, of the API that the registry declares: calls that are seen, none, read in
 * part, never read, not shown any more; and one whose source has names that try to be HTML.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeclaredEndpoint } from '#model/api.ts';
import type { SourceUse } from '#model/evidence.ts';
import type { Snapshot } from '#model/snapshot.ts';
import { callsHistory, writeDay } from '#store/history.ts';
import { readRegistry } from '#store/registry.ts';
import { teams } from '../fixtures/teams.ts';
import {
	aCommit,
	aDocumentedEndpoint,
	aProject,
	aReading,
	aSnapshot,
	aUse,
	evidenceOf,
	someCalls,
	someFacts,
	source,
} from '../builders.ts';
import { html } from './hostile.ts';

const { api } = await readRegistry(teams.kettle);
export { api };

const [client, retired] = [
	api.clients.find(({ language, project }) => language === 'go' && project !== undefined)!,
	api.clients.find(({ retired }) => retired)!,
];
const callable = (status: DeclaredEndpoint['status']) =>
	api.endpoints.filter((one) => one.status === status && (one.calls[client.id]?.length ?? 0) > 0);

/** Endpoints by what becomes of them here. */
export const endpoints = {
	called: callable('active')[0]!,
	stopped: callable('active')[6]!,
	deprecated: callable('deprecated')[0]!,
	/** By its path alone. */
	byPath: callable('active')[4]!,
	/** By a field of GraphQL that no other endpoint has, and in no other way. */
	byGraphql: api.endpoints.find(
		(endpoint) =>
			endpoint !== callable('active')[0] &&
			endpoint.graphql.length > 0 &&
			api.endpoints.filter((one) => one.graphql.includes(endpoint.graphql[0]!)).length === 1,
	)!,
	uncalled: callable('experimental').at(-1)!,
};

/** It is documented, and the registry does not know it. */
export const newEndpoint = { method: 'GET', path: `${api.endpoints[0]!.path}/brand-new` } as const;

/** Paths and names of the consumers. */
export const consumers = {
	reader: { path: 'example/cars/reader', name: 'Car reader' },
	partial: { path: 'example/cars/partial', name: 'Half-read garage' },
	silent: { path: 'example/cars/silent', name: 'Silent car' },
	unread: { path: 'example/cars/unread', name: 'Unread car' },
	newcomer: { path: 'example/cars/newcomer', name: 'New car' },
	gone: { path: 'example/cars/gone', name: 'Gone car' },
	hostile: { path: 'example/cars/hostile', name: html('name') },
} as const;
export const owner = { name: 'Car owners', url: 'https://example.com/car-owners' };
export const secretFile = 'internal/was-public/secret.go';
/** The commit that was read while strangers saw the project. */
export const secretCommit = '5ec4e7'.padEnd(40, '0');
export const unmappedName = `${client.services[0]!}.NewMethod`;
export const partialWhy = 'The archive was cut after 3 of 9 MB.';

const registryFile = [
	...Object.values(consumers).map(({ path, name }) => ({
		path,
		name,
		api: { name: 'REST', url: 'https://docs.example.com/api' },
		...(path === consumers.reader.path ? { owner, note: 'Ask before `summer`.' } : {}),
	})),
].toSorted((a, b) => (a.path < b.path ? -1 : 1));

function methodOf({ calls }: DeclaredEndpoint): string {
	return calls[client.id]![0]!.replace(/\(.*/, '');
}

function use(endpoint: DeclaredEndpoint, change: Partial<SourceUse> = {}): SourceUse {
	return aUse({ client: client.id, name: methodOf(endpoint), ...change });
}

const shapeOf = (path: string) => path.replaceAll(/:\w+/g, ':x');
const required = {
	client: client.id,
	package: `${client.packages[0]!}/v2`,
	version: 'v2.4.0',
	file: 'go.mod',
	line: 6,
};

export const readerUses: readonly SourceUse[] = [
	use(endpoints.called, { file: 'cmd/list/list.go', line: 12 }),
	use(endpoints.called, { file: 'cmd/list/list.go', line: 40, condition: 'linux && !cgo' }),
	use(endpoints.called, { file: 'cmd/näh #1/all.go', line: 7 }),
	use(endpoints.deprecated, { file: 'cmd/old/old.go', line: 3 }),
	aUse({
		kind: 'path',
		client: null,
		name: `${endpoints.byPath.method} ${shapeOf(endpoints.byPath.path)}`,
		file: 'internal/raw.go',
		line: 99,
	}),
	aUse({
		kind: 'graphql',
		client: null,
		name: endpoints.byGraphql.graphql[0]!,
		file: 'internal/query.go',
		line: 5,
	}),
];

const evidence = [
	evidenceOf({
		path: consumers.reader.path,
		reading: aReading({ uses: [...readerUses], clients: [required] }),
	}),
	evidenceOf({
		path: consumers.partial.path,
		reading: aReading({
			way: 'files',
			partial: partialWhy,
			clients: [
				{ ...required, client: retired.id, package: retired.packages[0]!, version: 'v0.9.0' },
			],
			uses: [
				use(endpoints.called, { file: 'a.go', line: 1 }),
				aUse({ client: client.id, name: unmappedName, file: 'b.go', line: 2 }),
			],
		}),
		trouble: 'The newest commit could not be read whole.',
	}),
	evidenceOf({ path: consumers.silent.path, reading: aReading({ uses: [], clients: [] }) }),
	evidenceOf({
		path: consumers.unread.path,
		reading: null,
		trouble: 'GitLab answered 503 to its archive.',
	}),
	evidenceOf({
		path: consumers.gone.path,
		reading: aReading({ uses: [use(endpoints.called, { file: secretFile })] }),
	}),
	evidenceOf({
		path: consumers.hostile.path,
		reading: aReading({
			branch: html('branch'),
			more: {
				endpoints: { [endpoints.called.id]: 149_800 },
				unmapped: {},
				otherNames: 7,
				clients: 3,
			},
			clients: [{ ...required, version: html('version'), file: html('mod') }],
			uses: [
				use(endpoints.called, { file: `${html('dir')}/=cmd|' /C calc'!A0.go`, line: 8 }),
				aUse({ client: client.id, name: html('method'), file: '@SUM(1).go', line: 9 }),
				use(endpoints.called, { file: 'x.go', line: 10, condition: html('condition') }),
			],
		}),
	}),
];

export const callingSnapshot: Snapshot = aSnapshot({
	rows: {
		consumers: Object.values(consumers)
			.filter(({ path }) => path !== consumers.newcomer.path)
			.map(({ path }) =>
				path === consumers.gone.path
					? aProject({ path, answer: 'missing-or-private' })
					: aProject({ path, facts: someFacts({ path }) }),
			),
		evidence,
		libraries: [
			{
				client: client.id,
				project: client.project!,
				latest: { kind: 'release', tag: 'v2.9.1', releasedAt: null },
			},
		],
		surface: [...api.endpoints.filter(({ id }) => id !== endpoints.uncalled.id), newEndpoint].map(
			({ method, path }, index) =>
				aDocumentedEndpoint({
					method,
					path,
					file: api.surface.pages[index % api.surface.pages.length]!,
					line: index + 1,
				}),
		),
	},
});

/** The same with lists that are old or were never got. */
export const staleSnapshot: Snapshot = aSnapshot({
	lists: {
		evidence: {
			state: 'stale',
			rows: callingSnapshot.rows.evidence.length,
			pulledAt: '2026-11-20T07:15:00Z',
			reason: 'GitLab answered 502.',
		},
		libraries: { state: 'missing', reason: 'Not pulled yet.' },
		milestones: { state: 'missing', reason: 'Not pulled yet.' },
	},
	rows: { ...callingSnapshot.rows, libraries: [] },
});

const earlierCommit = 'decade0'.padEnd(40, '0');
const readerCalls = [
	endpoints.called,
	endpoints.deprecated,
	endpoints.byPath,
	endpoints.byGraphql,
].map(({ id }) => id);
const calls = (commit: string, ids: readonly string[]) => ({
	commit,
	partial: false,
	endpoints: ids.toSorted(),
	unmapped: [],
});

/**
 * On the first day the reader did not call what is deprecated, but what it has stopped to call. One
 * that strangers do not see any more has begun to call something while they did.
 */
export const history = [
	someCalls({
		day: '2026-11-09',
		pulledAt: '2026-11-09T08:30:00Z',
		consumers: {
			[consumers.reader.path]: calls(earlierCommit, [
				...readerCalls.filter((id) => id !== endpoints.deprecated.id),
				endpoints.stopped.id,
			]),
			[consumers.gone.path]: calls(earlierCommit, []),
		},
	}),
	someCalls({
		day: '2026-11-16',
		pulledAt: '2026-11-16T08:30:00Z',
		consumers: {
			[consumers.reader.path]: calls(aCommit, readerCalls),
			[consumers.gone.path]: calls(secretCommit, [endpoints.called.id]),
		},
	}),
	someCalls({ consumers: { [consumers.reader.path]: calls(aCommit, readerCalls) } }),
];

/** Puts these consumers and their history into a copy of the checkout. */
export async function declareConsumers(folder: string): Promise<void> {
	// JSON is YAML, and no name can break out of it.
	await writeFile(
		join(folder, 'content/registry/consumers.yaml'),
		JSON.stringify(registryFile, null, 2),
	);
	for (const day of history) await writeDay(folder, callsHistory, day);
}

/** Address of a line of a consumer at the commit that was read. */
export function lineUrl(path: string, file: string, line: number): string {
	const encoded = file.split('/').map(encodeURIComponent).join('/');
	return `${source}/${path}/-/blob/${aCommit}/${encoded}#L${String(line)}`;
}
