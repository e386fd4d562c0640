import { varying } from '#core/consumers/endpoints/endpoint-name.ts';
import { HttpMethod, type Api } from '#model/api.ts';
import { ApiShapes } from './api-shapes.ts';
import { gap, writeOut, type SourceText, type TextPurpose } from './text.ts';

/** GitLab has had no other version since 2017. */
const versioned = new RegExp(
	`^(?:[^?#]*[/${gap}])?api/(?:v4|v?${gap}|[:{<]\\w*version[}>]?)/(.+)$`,
	'i',
);
/** `GET /cars` */
const withMethod = new RegExp(`^(${HttpMethod.options.join('|')}) (?=[/${gap}]|https?:)`);
/** Another server may have such paths: a project that asks GitLab names it somewhere. Example hosts tell nothing. */
const otherHost = /^https?:\/\/(?![^/]*(?:\bexample\b|localhost))[\w.-]+\.\w/;
const baseWord = /(base|url|uri|host|api|endpoint|server|root|prefix|instance|\.path$)/i;

/** How a text writes a path: below the API's root, or so that it may be something else. */
interface Written {
	segments: string[];
	/** It says of itself that it is of the API. */
	sure: boolean;
	/** How its placeholders begin, where it has some as routes have them: `/cars/:id`. `null`: it has none. */
	routed: string | null;
	slashed: boolean;
	/** The method that it begins with. */
	said: string | null;
}

/**
 * Starts to find the path of the API that a text is: `GET /cars/:x`, `/cars/:x` where the method is
 * not told. `null`: it is one, and nobody can tell what is asked for. `undefined`: it is none.
 */
export function readApiPaths(api: Api): (text: SourceText) => string | null | undefined {
	const shapes = new ApiShapes(api);

	return function readPath(text): string | null | undefined {
		const { otherwise, ...given } = text;
		if (/^(other|told)$/.test(text.purpose)) return undefined;
		const written = parseWritten(text);
		if (written === undefined) return isAskedByCommand(text, shapes) ? null : undefined;
		const { segments, sure, said, routed, slashed } = written;
		const own = `/${segments.join('/')}`;
		if (otherwise && !shapes.has(own)) return readPath({ ...given, pieces: otherwise });
		const asks = sure || /^(request|verb)$/.test(text.purpose);
		const isKnown = shapes.has(own) || shapes.isOfSurface(own);
		const shape = isKnown ? own : asks ? shapes.findNamed(segments) : undefined;
		if (shape === undefined) {
			return sure && routed === null && shapes.mayBe(segments) ? null : undefined;
		}
		const isDeclared = shapes.has(shape);
		// Near the root of the API, `cars/all` may be one of its paths.
		const isNear =
			text.isBesideRoot === true &&
			routed === null &&
			/^(page|unknown)$/.test(text.purpose) &&
			(slashed || segments.length > 1);
		// What a class calls its `resource`, and a template, may be put behind the root elsewhere.
		const isPart = text.hasRoot === true && /^(address|route|described)$/.test(text.purpose);
		const isNamed = sure || (isDeclared && (said !== null || isNear || isPart));
		if (!isBelieved(written, isDeclared, text.purpose)) return isNamed ? null : undefined;
		const mayBeOther = (!sure && text.isNearRoot !== true) || otherHost.test(writeOut(text));
		if (text.isNearGitLab !== true && mayBeOther) return isDeclared ? null : undefined;
		const method = text.method ?? said;
		return method === null ? shape : `${method} ${shape}`;
	};
}

/** Whether one of the words of a command is a path: `curl -X POST https://…/api/v4/cars`. */
function isAskedByCommand(text: SourceText, shapes: ApiShapes): boolean {
	const [, command] = /\b(curl|wget|glab api)\s/.exec(writeOut(text)) ?? [];
	if (command === undefined) return false;
	return writeOut(text)
		.split(/[\s"'`]+/)
		.some((word) => {
			const one = parseWritten({ ...text, pieces: [{ text: word, line: text.line, raw: false }] });
			const isSure = one?.sure === true || command === 'glab api';
			return isSure && shapes.isOfSurface(`/${one?.segments.join('/') ?? ''}`);
		});
}

/**
 * Whether what looks like a path of the API is believed to be one. The less the program tells, the
 * more the text itself has to: `cars` alone is a word, `cars/all` may be the key of a message, and
 * `projects/%d/cars` is hardly anything else.
 */
function isBelieved(
	{ segments, sure, routed, slashed, said }: Written,
	isDeclared: boolean,
	purpose: TextPurpose,
): boolean {
	// Clients of some languages write `/cars/{id}`, and only routers write `/cars/:id`.
	const isTemplate = routed !== ':' && (purpose === 'verb' || (purpose === 'described' && sure));
	const mayAsk = purpose === 'request' || isTemplate;
	if (purpose === 'open' || (routed !== null && !mayAsk)) return false;
	if (said !== null && purpose === 'unknown') return false;
	if (purpose === 'route') return sure;
	if (sure || purpose === 'request' || purpose === 'described') return true;
	if (purpose === 'verb') return slashed;
	if (!isDeclared || segments.length < 2) return false;
	if (purpose === 'address') return true;
	const fixed = segments.filter((one) => one !== varying).length;
	return fixed >= 2 && fixed < segments.length;
}

function parseWritten(text: SourceText): Written | undefined {
	// What a template fills in: `/cars/{{.ID}}`, and `=/cars/{{$json.id}}` where only that begins one.
	const whole = writeOut(text)
		.replace(/\{\{[^{}]*\}\}/g, gap)
		.replace(/^=(?=[/h])/, '');
	const [verb = '', said = null] = withMethod.exec(whole) ?? [];
	const [before = ''] = whole.slice(verb.length).split(/[?#]/, 1);
	// What is joined may have a slash on both sides.
	const path = before.replace(/(?<!:)\/{2,}/g, '/');
	if (!/^[\w\-.~%:/{}<>\0]+$/.test(path)) return undefined;
	const [, below] = versioned.exec(path) ?? [];
	const bare = below ?? removeBase(path, text);
	if (bare === undefined || bare.includes('://')) return undefined;
	const parts = bare.replace(/^\/|\/$/g, '').split('/');
	const segments = parts.flatMap(
		(part, index) => toSegment(part, index === parts.length - 1) ?? [],
	);
	if (segments.length < parts.length) return undefined;
	// No path of GitLab ends so: where it is not asked for as it is, something is put behind it.
	if (bare.endsWith('/') && text.purpose !== 'request') segments.push(varying);
	return {
		segments,
		sure: below !== undefined,
		routed: /\/([:{<])/.exec(bare)?.[1] ?? null,
		slashed: bare.includes('/'),
		said,
	};
}

/** A text that begins with what varies: that is the address of the API, or the text is no path of it. */
function removeBase(path: string, { pieces, purpose }: SourceText): string | undefined {
	if (!path.startsWith(gap)) return path;
	const [first] = pieces;
	const isBase = purpose === 'request' || (first?.text === null && baseWord.test(first.word));
	return isBase ? path.slice(gap.length) : undefined;
}

/** `:x` for what varies: a number, an encoded path, a placeholder. */
function toSegment(part: string, isLast: boolean): string | undefined {
	if (/^(\d+|[:{<]\w+[}>]?)$/.test(part) || /%2F/i.test(part)) return varying;
	const gapAt = part.indexOf(gap);
	if (gapAt >= 0) {
		// `issues/%s.yaml` is a file.
		if (part.includes('.')) return undefined;
		// `issues%s` ends with a query; before another part of the path it would be part of a name.
		return isLast && gapAt === part.length - 1 && gapAt > 0 ? part.slice(0, gapAt) : varying;
	}
	return /^[A-Za-z][\w-]*$/.test(part) ? part : undefined;
}
