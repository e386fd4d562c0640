import {
	type DocumentNode,
	GraphQLError,
	executeSync,
	getOperationAST,
	parse,
	validate,
} from 'graphql';
import { type Answer, Refusal, html, json } from '../answer.ts';
import { type Viewer, authenticate, requireScope } from '../viewer.ts';
import type { Asked } from '../asked.ts';
import type { World } from '../world.ts';
import { measure } from './measure.ts';
import { rootFor } from './root.ts';
import { schema } from './schema.ts';

/** Of the query's text, in characters. */
const longestQuery = 10_000;
const limits = {
	stranger: { complexity: 200, depth: 15 },
	user: { complexity: 250, depth: 20 },
};

interface Query {
	query: string;
	variables: Record<string, unknown>;
	operationName: string | undefined;
}

/** `POST /api/graphql`. What is wrong with a query is said with 200. */
export function answerQuery(world: World, { headers, body }: Asked): Answer {
	if (world.graphql === 'off') return json({ error: '404 Not Found' }, 404);
	const viewer = identify(world, headers);
	if (viewer === undefined) return reply({ errors: [{ message: 'Invalid token' }] }, 401);
	if (world.graphql === 'refuses') return failure('GraphQL is not available here');
	const asked = readQuery(headers['content-type'], body);
	if (asked === undefined) return html('Bad Request', 400);
	if (asked.query.length > longestQuery) {
		return reply({ errors: [{ message: 'Query too large' }] }, 422);
	}
	if (asked.query.trim() === '') return failure('Unexpected end of document');
	try {
		return run(world, viewer, parse(asked.query), asked);
	} catch (error) {
		if (error instanceof GraphQLError) return reply({ errors: [error.toJSON()] });
		throw error;
	}
}

function run(world: World, viewer: Viewer, document: DocumentNode, asked: Query): Answer {
	const mistakes = validate(schema, document);
	if (mistakes.length > 0) return reply({ errors: mistakes.map((mistake) => mistake.toJSON()) });
	const limit = viewer.user === null ? limits.stranger : limits.user;
	const operation = getOperationAST(document, asked.operationName);
	const measured = operation && measure(document, operation, asked.variables);
	const { complexity = 0, depth = 0 } = measured ?? {};
	if (complexity > limit.complexity) {
		return failure(
			`Query has complexity of ${String(complexity)}, which exceeds max complexity of ${String(limit.complexity)}`,
		);
	}
	if (depth > limit.depth) {
		return failure(
			`Query has depth of ${String(depth)}, which exceeds max depth of ${String(limit.depth)}`,
		);
	}
	const result = executeSync({
		schema,
		document,
		rootValue: rootFor(world, viewer, { score: complexity, limit: limit.complexity }),
		variableValues: asked.variables,
		operationName: asked.operationName,
	});
	const { data, errors } = result;
	return reply({
		...(data !== undefined && { data }),
		...(errors && { errors: errors.map((error) => error.toJSON()) }),
	});
}

/** Undefined: the token is unknown, no longer valid, or not meant for the API. */
function identify(world: World, headers: Asked['headers']): Viewer | undefined {
	try {
		const viewer = authenticate(world, headers);
		requireScope(viewer, ['api', 'read_api']);
		return viewer;
	} catch (error) {
		if (error instanceof Refusal) return undefined;
		throw error;
	}
}

/** Undefined: no JSON. What is not said to be JSON is read as if it were empty. */
function readQuery(type: string | undefined, body: Buffer): Query | undefined {
	if (!/^application\/json\b/i.test(type ?? '')) return toQuery({});
	try {
		return toQuery(JSON.parse(body.toString()));
	} catch {
		return undefined;
	}
}

function toQuery(body: unknown): Query {
	const given = isObject(body) ? body : {};
	return {
		query: typeof given.query === 'string' ? given.query : '',
		variables: isObject(given.variables) ? given.variables : {},
		operationName: typeof given.operationName === 'string' ? given.operationName : undefined,
	};
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function failure(message: string): Answer {
	return reply({ errors: [{ message }] });
}

function reply(value: object, status = 200): Answer {
	return json(value, status, { 'content-type': 'application/json; charset=utf-8' });
}
