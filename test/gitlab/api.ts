import { type Answer, Refusal, html, json, unauthorized, withError } from './answer.ts';
import type { Asked } from './asked.ts';
import { answerQuery } from './graphql/answer-query.ts';
import { Parameters } from './parameters.ts';
import { findRoute } from './routes.ts';
import { authenticate, hasJobToken, requireScope } from './viewer.ts';
import { answerTeamFile, teamPath } from './team-file.ts';
import type { World } from './world.ts';

/** What GitLab answers, when nothing is wrong with the way there. */
export function answerOf(world: World, asked: Asked): Answer {
	try {
		if (asked.path === '/api/graphql' && asked.method === 'POST') return answerQuery(world, asked);
		if (asked.path.startsWith('/api/v4/')) return rest(world, asked);
		if (asked.path === teamPath) return answerTeamFile(world);
		return asked.path.startsWith('/api/')
			? json({ error: '404 Not Found' }, 404)
			: html('The page could not be found', 404);
	} catch (error) {
		if (error instanceof Refusal) return error.answer;
		if (error instanceof URIError) return json({ error: '400 Bad Request' }, 400);
		throw error;
	}
}

function rest(world: World, { method, path, search, headers, url }: Asked): Answer {
	const apiPath = path.slice('/api/v4'.length);
	const found = findRoute(apiPath);
	if (found === undefined) throw withError(404, '404 Not Found');
	const viewer = authenticate(world, headers);
	if (viewer.user === null && hasJobToken(headers) && found.route.takesJobToken) {
		// The world runs no jobs, so nobody has a valid one.
		throw unauthorized();
	}
	requireScope(viewer, found.route.scopes);
	const question = {
		world,
		viewer,
		method,
		headers,
		apiUrl: `${url}/api/v4`,
		path: apiPath,
		parts: found.parts,
		params: new Parameters(new URLSearchParams(search)),
	};
	if (method === 'GET' || method === 'HEAD') return found.route.answer(question);
	if (viewer.user === null) throw unauthorized();
	// A write to a moved or hidden project meets that first.
	if (apiPath.startsWith('/projects/')) found.route.answer(question);
	throw withError(405, '405 Not Allowed');
}
