import type { ClientLibrary, DeclaredEndpoint } from '#model/api.ts';
import { planted } from '../planted.ts';
import { chance } from '../seed.ts';
import type { ProjectDraft } from './draft.ts';
import { seasonOf } from './seasons.ts';

/** The library by which the consumers of the sample call the API. Undefined: none is in Go. */
function clientOf({ registry }: ProjectDraft): ClientLibrary | undefined {
	return registry.api.clients.find(({ language, retired }) => language === 'go' && !retired);
}

function isConsumer({ registry, path }: ProjectDraft): boolean {
	return registry.consumers.some((consumer) => consumer.path === path);
}

/** The module of the library, as a consumer's go.mod requires it. */
export function clientModule(draft: ProjectDraft): { path: string; version: string } | undefined {
	const client = isConsumer(draft) ? clientOf(draft) : undefined;
	if (client === undefined) return undefined;
	const version = isBold(draft) ? '0.1.0' : '0.2.0';
	const major = Number(version.split('.')[0]);
	return { path: `${client.packages[0] ?? ''}${major > 1 ? `/v${String(major)}` : ''}`, version };
}

/**
 * A consumer's program: a package for each endpoint that it calls, and beside them what looks like
 * calls and is none of the program: tests, mocks and a copy of other people's code.
 *
 * The second consumer calls what is deprecated, something that nobody has declared, and GraphQL.
 */
export function consumerFiles(draft: ProjectDraft): Record<string, string> {
	const client = clientOf(draft);
	const module = clientModule(draft)?.path;
	if (client === undefined || module === undefined || draft.kind !== 'go') return {};
	const { called, other } = chooseEndpoints(draft, client);
	const methods = called.map(({ id, method }) => [`internal/commands/${id}/run.go`, method]);
	const [service = 'Service'] = client.services;
	const calls = [
		...methods,
		...(isBold(draft) ? [['internal/sample/unmapped.go', `${service}.SampleNewMethod`]] : []),
	].map(([file = '', method = '']) => [file, callOf(module, method)]);
	const aside = callOf(module, other ?? `${service}.SampleOfATest`);
	return {
		...Object.fromEntries<string>(calls.map(([file = '', text = '']) => [file, text])),
		...(isBold(draft) ? graphqlFile(draft) : pathFile(draft, client, module)),
		'internal/commands/sample_test.go': aside,
		'internal/mocks/sample.go': aside,
		'vendor/example.com/copy/sample.go': aside,
	};
}

function isBold({ turn }: ProjectDraft): boolean {
	return turn % 2 === 1;
}

interface Called {
	id: string;
	/** `Issues.ListIssues` */
	method: string;
}

/** What a consumer calls stays the same for some weeks, but for one endpoint. */
function chooseEndpoints(
	draft: ProjectDraft,
	{ id: library }: ClientLibrary,
): { called: Called[]; other: string | undefined } {
	const { registry, path, today } = draft;
	const callable = registry.api.endpoints.flatMap(({ id, status, calls }) => {
		const method = calls[library]?.[0]?.replace(/\(.*/, '');
		return method === undefined ? [] : [{ id, status, method }];
	});
	const [deprecated] = callable.filter(({ status }) => status === 'deprecated');
	const usual = callable.filter(({ status }) => status !== 'deprecated');
	const always = usual.filter(({ id }) => chance(`calls ${path} ${id}`, isBold(draft) ? 35 : 60));
	const rest = usual.filter((endpoint) => !always.includes(endpoint));
	const now = rest[seasonOf(`calls ${path}`, today, 2) % Math.max(1, rest.length)];
	return {
		called: [
			...always,
			...(now ? [now] : []),
			...(isBold(draft) && deprecated ? [deprecated] : []),
		],
		other: rest.find((endpoint) => endpoint !== now)?.method,
	};
}

function callOf(module: string, call: string): string {
	const [service = '', method = ''] = call.split('.');
	return `package sample

import (
	"context"

	gitlab "${module}"
)

// Run is an example. ${planted.fileText}
func Run(ctx context.Context, client *gitlab.Client) error {
	_, _, err := client.${service}.${method}(gitlab.WithContext(ctx))
	return err
}
`;
}

/** A query in a text. */
function graphqlFile({ registry }: ProjectDraft): Record<string, string> {
	const mutation = registry.api.endpoints
		.flatMap(({ graphql }) => graphql)
		.find((field) => field.startsWith('Mutation.'));
	if (mutation === undefined) return {};
	const field = mutation.slice('Mutation.'.length);
	return {
		'internal/sample/mutation.go': `package sample

// Query is an example. ${planted.fileText}
const Query = \`mutation($id: ID!) {
	${field}(input: { id: $id }) {
		errors
	}
}\`
`,
	};
}

/** A call of an endpoint that the library has no method for. */
function pathFile(
	{ registry }: ProjectDraft,
	{ id: library }: ClientLibrary,
	module: string,
): Record<string, string> {
	const endpoint = registry.api.endpoints.find(
		({ path, calls }) => !path.includes(':') && calls[library] === undefined,
	);
	if (endpoint === undefined) return {};
	return {
		'internal/sample/path.go': `package sample

import (
	"net/http"

	gitlab "${module}"
)

// Ask is an example. ${planted.fileText}
func Ask(client *gitlab.Client) error {
	_, err := client.NewRequest(http.${wordOf(endpoint)}, "${endpoint.path.slice(1)}", nil, nil)
	return err
}
`,
	};
}

function wordOf({ method }: DeclaredEndpoint): string {
	return `Method${method.slice(0, 1)}${method.slice(1).toLowerCase()}`;
}
