import { HttpMethod } from '#model/api.ts';
import type { Judged } from './judged.ts';
import { namesGitLab, namesRoot, type TextPurpose } from './text.ts';

export interface TextCall {
	/** Of what is called: `Get` of `client.http.Get(…)`. */
	readonly name: string;
	/** What it is called on, by its last word: `http`. Empty: nothing. */
	readonly receiver: string;
	/** Whether it is given a function behind the text, as what makes a route is. `unknown`: it may be one. */
	readonly handler: 'function' | 'unknown' | 'none';
	readonly method: string | null;
	/** One that an argument names in small letters: that alone makes no request of a call. */
	readonly said: string | null;
	/** It says of a function what it serves, as `@Get('/cars')` does. */
	readonly isMark?: boolean;
	/** The method of HTTP by which it asks when nothing names one. */
	readonly defaultMethod?: string | undefined;
}

const servers =
	/^(r|e|g|mux|\w*mux|\w*router|app|\w*server|srv|engine|\w*group|\w*routes?|fastify)$/i;
/** They answer in place of a server. */
const standIns = /^(nock|scope|\w*mock\w*)$/i;
const serving =
	/^(handle|handlefunc|handler|handlerfunc|route|routes|group|mount|use|methodfunc)$/i;
const servingAny = /^(add|any|match|all|method)$/i;
const files = /^(os|fs|fsp|filepath|path|ioutil|embed|template)$/i;
/** They tell people of it, or look at it. */
const telling =
	/^(strings|regexp|errors|log|logger|console|logrus|slog|zap|klog|\w*(metrics?|counter|histogram|timer|span|limiter))$/i;
const told = new RegExp(
	`^(?:${[
		'(?:f?print|log|debug|info|warn|warning|error|fatal|panic|trace|notice|wrap|newError)(?:f|ln|w)?(?:[A-Z]\\w*)?',
		'(?:hasPrefix|hasSuffix|contains|trim|strip|startsWith|endsWith|includes|expect|require)(?:[A-Z]\\w*)?',
		'match|test|replace|replaceAll|split|len|with(?:Field|Label|Value)\\w*|string|to(?:Be|Have|Equal)\\w*',
	].join('|')})$`,
);
/** Files, patterns, pages of the program itself, names of tests. */
const elsewhere = new RegExp(
	`^(?:${[
		'(?:mkdir|readFile|readDir|writeFile|createFile|openFile|mustCompile|regexp)(?:[A-Z]\\w*)?',
		'open|stat|lstat|glob|remove|removeAll|unlink|import',
		'navigate|link|render|describe|it|has',
	].join('|')})$`,
);
/** They say what others may ask for. */
const ruling =
	/^(acls?|\w*rules?|\w*polic(y|ies)|\w*permissions?|(allow|den(y|ied)|permit|forbid|block)(list|ed|ten)?|(black|white)list)$/i;
/** What a store has under a name: it is asked nothing over HTTP. */
const stores =
	/(cache|map|store|storage|registry|session|headers|params|cookies|dict|index|lookup)$/i;
const asking =
	/(request|fetch|^req$|withpath|withurl|withuri|callapi|apicall|^do$|^call$|^send$|^paginate$|^axios$|^got$|^ky$|^\$fetch$)/i;
/** Things with such names are asked over HTTP, other than a map or a cache with a method `get`. */
const askable = /(api|http|axios|gitlab|request|rest$|^got$|^ky$)/i;
const address = /(url|uri|endpoint|resource|path|prefix|root)/i;

/** Names of helpers that have a method of HTTP in them: `getJSON`, `apiPost`. */
const verbName =
	/^(?:do|must|http|api|gitlab|gl|rest|send)?(get|post|put|patch|delete)(?:json\w*|page|pages|paginated|request)?$/i;

export function judgeCall(call: TextCall): Judged {
	const isDel = call.name === 'del' && askable.test(call.receiver);
	const [, named = call.name] = verbName.exec(call.name.replace(/^PostForm$/, 'Post')) ?? [];
	const verb = isDel ? 'DELETE' : parseHttpMethod(named);
	const purpose = judge(call, verb !== null);
	const said = verb ?? call.said ?? call.defaultMethod ?? null;
	const asks = /^(other|told)$/.test(purpose) ? null : said;
	return { purpose, method: call.method ?? asks };
}

function judge(call: TextCall, isVerb: boolean): TextPurpose {
	const { name, receiver, handler, method, said } = call;
	if (call.isMark === true || standIns.test(receiver)) return 'other';
	if (telling.test(receiver) || told.test(lowerFirst(name))) return 'told';
	// `xhr.open('GET', '/cars')`: a file is opened without a method of HTTP.
	if (name === 'open' && (method ?? said) !== null) return 'request';
	const mayServe = handler !== 'none';
	if (serving.test(name) || (mayServe && servingAny.test(name))) return 'other';
	if (files.test(receiver) || elsewhere.test(lowerFirst(name))) return 'other';
	// A letter is a router where it is certain of a function: `g.send("PUT", path, body)` is none.
	const isCertain = receiver.length > 1 || isVerb || handler === 'function';
	const isRouter = mayServe && isCertain && servers.test(receiver);
	if (/^(write(string)?|append|concat|push|set|compile|redirect)$/i.test(name)) return 'open';
	if (isRuling(name) || isRuling(receiver)) return 'open';
	if (isVerb) {
		if (isRouter || stores.test(receiver)) return 'other';
		if (handler === 'function') return 'open';
		return askable.test(receiver) ? 'request' : 'verb';
	}
	if (said !== null && isRouter) return 'other';
	if (method !== null) return isRouter ? 'other' : 'request';
	if (asking.test(name)) return 'request';
	if (servers.test(receiver) && /^(path|(path)?prefix|resources?)$/i.test(name)) return 'other';
	if (address.test(name)) return 'address';
	return 'unknown';
}

/** Whether a name speaks of what others may ask for. */
export function isRuling(name: string): boolean {
	return ruling.test(name);
}

/** Whether a name speaks of addresses. */
export function isAddress(name: string): boolean {
	return address.test(name);
}

const server =
	/\b(new)?(\w*router|\w*mux|express|fastify|hono|koa|nock)\(|\.(sub)?(router|group|route)\(|^\w+ \*?(\w+\.)?(router(group)?|(serve)?mux)$|['"](msw|nock)['"]/i;

/** An address that is written out, down to a path, and neither names GitLab. */
const otherBase =
	/\b(?:baseURL|prefixUrl)\s*[:=]\s*(?:(?![\w.]*git)[\w.]+\s*(?:\?\?|\|\|)\s*)?["'`](?![^"'`]*(?:\bv4\b|git))(?:https?:\/\/[^/"'`$]+)?\/[^"'`$]+["'`]/i;

/** Whether source makes what serves, what answers in place of a server, or what asks another one. */
export function isOfOther(source: string): boolean {
	return server.test(source) || otherBase.test(source);
}

/** Whether source speaks of GitLab: what it makes asks there. */
export function isOfGitLab(source: string): boolean {
	return namesRoot(source) || namesGitLab(source) || /["'`]\/v4\//.test(source);
}

/** Whether source makes what asks when it is called itself: `got.extend({ … })`. */
export function isClientMade(source: string): boolean {
	return /\b(got|ky|axios|\$?o?fetch|request|superagent)\.(extend|create|defaults)\(/.test(source);
}

function lowerFirst(name: string): string {
	return name.charAt(0).toLowerCase() + name.slice(1);
}

const otherNames =
	/(file|dir|folder|key|msg|message|label|title|template|tmpl|metric|topic|queue|bucket|config|import|cache|tmp|socket|href|module|pattern|regex|^(display_?name|description|summary|usage|help|short|long|example)$)/i;

/** What a text is for that has that name: of a variable, a field or the function that returns it. */
export function judgeName(name: string): TextPurpose {
	if (otherNames.test(name) || /^(to|link)$/i.test(name)) return 'other';
	if (/route/i.test(name)) return 'route';
	return name === 'u' || address.test(name) ? 'address' : 'unknown';
}

/** What a text is for that is a field of that name, beside one that may name a method of HTTP. */
export function judgeField(name: string, method: string | null): Judged {
	const purpose = judgeName(name);
	// Beside a method, a text without a name is a path as well.
	const isDescribed = (purpose === 'address' || /^(\w*route)?$/i.test(name)) && method !== null;
	if (isDescribed) return { purpose: 'described', method };
	return { purpose, method: purpose === 'unknown' ? method : null };
}

/** `POST` of `POST` and `Post`. `null`: it is none. */
export function parseHttpMethod(word: string): string | null {
	return HttpMethod.safeParse(word.toUpperCase()).data ?? null;
}
