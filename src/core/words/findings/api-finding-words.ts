import type { CallFindings } from '#core/findings/call-findings.ts';
import type { SurfaceFindings, SurfaceSource } from '#core/findings/surface-drift.ts';
import type { WordsOf } from './finding-words.ts';
import { formatCount, formatList } from '../formats.ts';

const file = 'content/registry/api.yaml';

export const apiFindingWords: WordsOf<keyof SurfaceFindings | keyof CallFindings> = {
	'endpoint-not-declared': ({ endpoint, project, places }) => ({
		found: `The endpoint ${endpoint} isn't declared, but ${project} documents it in ${describePlaces(places)}.`,
		fix: "Add it to endpoints. If it isn't an endpoint, or isn't public, add it to surface.ignored with the reason.",
	}),
	'endpoint-not-documented': ({ id, endpoint, files }) => ({
		found: `The endpoint "${id}" (${endpoint}) isn't documented in ${formatList(files, 'or')}.`,
		fix: "Correct its method and path, or remove it if it's gone. If it's documented on another page, add that page to surface.pages.",
	}),
	'endpoints-not-in-source': ({ source, files, endpoints }) => ({
		found: `${sources[source]} (${files.join(', ')}) doesn't have ${formatList(endpoints)}, which ${endpoints.length === 1 ? 'is' : 'are'} declared here and documented elsewhere.`,
		fix: 'The registry is right. Complete the documentation if it should be there.',
	}),
	'docs-anchor-gone': ({ id, docs, file: page, project }) => ({
		found: `The documentation of the endpoint "${id}" is ${docs}, but ${page} of ${project} has no heading with that anchor.`,
		fix: 'Correct the anchor: the heading was renamed, or is gone.',
	}),
	'page-without-endpoints': ({ file: page, project }) => ({
		found: `We found no endpoint on the page ${page} of ${project}, so we can't check which endpoints are still documented.`,
		fix: 'Correct its path, or remove it from surface.pages.',
		command: "If it's new in the registry, run npm run pull first.",
	}),
	'consumer-calls-nothing': ({ files, project }) => ({
		found: `We found no call of the API in ${formatCount(files, 'file')} of the consumer ${project}.`,
		fix: "Remove it if it no longer calls the API. If it does so in a way we don't look for, say so in its note.",
	}),
	'call-unmapped': ({ project, call, at, count }) => ({
		found: `${project} calls ${call} in ${at}${count > 1 ? ` and in ${formatCount(count - 1, 'other place')}` : ''}, which belongs to no endpoint of ${file}.`,
		fix: `Add the name to the endpoint it calls in ${file}, or add that endpoint.`,
	}),
	'consumer-not-read': ({ project, extent, why }) => ({
		found: `${project}: ${extents[extent]}.`,
		why,
		...(!why.includes('pull') && { command: commands[extent] }),
	}),
	'deprecated-endpoint-called': ({ id, endpoint, removal, replacement, projects }) => ({
		found: `The endpoint "${id}" (${endpoint}) is deprecated${removal === null ? '' : `, to be removed in %${removal}`}, and still called by ${projects.join(', ')}.`,
		fix:
			replacement === null
				? 'Tell them, and say in the registry what to use instead.'
				: `Tell them to use "${replacement}" instead.`,
	}),
};

const extents: Record<CallFindings['consumer-not-read']['extent'], string> = {
	nothing: "we couldn't read its source, so we don't know what it calls",
	part: 'we could only read part of its source, so calls may be missing',
	older: "we couldn't read its newest commit, so its calls may have changed",
};

const again = 'Run npm run pull to read it again';
const commands: typeof extents = {
	nothing: `${again}.`,
	// What is left out of the whole source is left out by the next pull, too.
	part: `${again}, or say in its note what the rest calls.`,
	older: `${again}.`,
};

const sources: Record<SurfaceSource, string> = {
	page: 'The documentation',
	openapi: 'The OpenAPI description',
};

function describePlaces(places: readonly { file: string; line: number }[]): string {
	return formatList(places.map(({ file: name, line }) => `${name}:${String(line)}`));
}
