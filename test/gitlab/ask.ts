import { afterEach } from 'vitest';
import { type GitLabServer, startGitLab } from './server.ts';
import { smallWorld } from './small-world.ts';
import type { World } from './world.ts';

interface Answered {
	status: number;
	headers: Headers;
	text: string;
	/** `undefined` when the body is not JSON. */
	json: unknown;
}

const running: GitLabServer[] = [];

afterEach(async () => {
	await Promise.all(running.splice(0).map((gitlab) => gitlab.close()));
});

/** A server that stops after the test. */
export async function serve(
	change: Partial<World> = {},
	options: Parameters<typeof startGitLab>[1] = {},
): Promise<GitLabServer> {
	const gitlab = await startGitLab(smallWorld(change), options);
	running.push(gitlab);
	return gitlab;
}

/** Asks for a path below `/api/v4/`, as a stranger unless there is a token. Follows nothing. */
export async function ask(
	gitlab: GitLabServer,
	path: string,
	{ token, ...init }: RequestInit & { token?: string } = {},
): Promise<Answered> {
	const response = await fetch(`${gitlab.url}/api/v4/${path}`, {
		redirect: 'manual',
		...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
		...init,
	});
	const text = await response.text();
	const isJson = response.headers.get('content-type') === 'application/json' && text !== '';
	const json: unknown = isJson ? JSON.parse(text) : undefined;
	return { status: response.status, headers: response.headers, text, json };
}

/** The values of one field, in the order of the rows. */
export function fieldOf({ json }: Answered, field: string): unknown[] {
	return (json as Record<string, unknown>[]).map((row) => row[field]);
}

interface QueryAnswer {
	status: number;
	data: unknown;
	/** Of the errors. Empty: there were none. */
	messages: string[];
}

/** Asks by GraphQL, as a stranger unless there is a token. */
export async function askGraphql(
	gitlab: GitLabServer,
	query: string,
	{ token, ...variables }: Record<string, unknown> = {},
): Promise<QueryAnswer> {
	const response = await fetch(`${gitlab.url}/api/graphql`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			...(typeof token === 'string' && { authorization: `Bearer ${token}` }),
		},
		body: JSON.stringify({ query, variables }),
	});
	const { data, errors = [] } = (await response.json()) as {
		data?: unknown;
		errors?: { message: string }[];
	};
	return { status: response.status, data, messages: errors.map(({ message }) => message) };
}
