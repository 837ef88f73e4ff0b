'use strict';
const MOST_SHOWN = 2e6, MOST_UNPACKED = 512e6, LONGEST_LINK = 1e6, MOST_TRIES = 64;
const at = id => document.getElementById(id);
const text = at('text'), report = at('report'), status = at('status'), error = at('error'), stop = at('stop');
const samples = JSON.parse(at('samples').textContent);
const nothing = {bytes: new Uint8Array(), name: ''};

// What is judged, and its report; and which question is the latest: what answers an older one is not shown.
let current = nothing, shown = '', turn = 0;
let script = null, worker = null, busy = false, waiting = 0, drawn = 0, linked = '';

function bytesOf(base64) {
  const binary = atob(base64), bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
async function through(transform, bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader(), parts = [];
  for (let length = 0; ;) {
    const {done, value} = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    length += value.length;
    if (length > MOST_UNPACKED) throw new Error('it holds more than ' + MOST_UNPACKED / 1e6 + ' MB');
    parts.push(value);
  }
}
async function unpacked(bytes) {
  const unzip = part => through(new DecompressionStream('gzip'), part);
  const parts = [];
  // Joined .gz files are one .gz file, but the browser unpacks one alone: each is tried up to where another may begin.
  let from = 0, tries = 0, length = 0;
  for (let to = nextHead(bytes, 1); to > 0 && ++tries <= MOST_TRIES; to = nextHead(bytes, to + 1)) {
    const part = await unzip(bytes.subarray(from, to)).catch(() => null);
    if (!part) continue;
    parts.push(part);
    from = to;
    length += part.length;
    if (length > MOST_UNPACKED) break;
  }
  try {
    parts.push(await unzip(bytes.subarray(from)));
  } catch (e) {
    throw new Error('it cannot be unpacked: ' + words(e));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
// Where the next .gz file can begin (RFC 1952, section 2.3.1: two bytes that name it, and deflate); -1 if nowhere.
function nextHead(bytes, from) {
  for (let i = bytes.indexOf(0x1f, from); i >= 0; i = bytes.indexOf(0x1f, i + 1)) {
    if (bytes[i + 1] === 0x8b && bytes[i + 2] === 8) return i;
  }
  return -1;
}
function words(failure) { return String(failure && failure.message || failure); }

async function begin() {
  script = script || unpacked(bytesOf(at('judge').textContent))
      .then(code => URL.createObjectURL(new Blob([code], {type: 'text/javascript'})));
  const url = await script;
  if (worker) return;
  const mine = worker = new Worker(url);
  mine.onmessage = event => { if (mine === worker && event.data.turn === turn) hear(event.data); };
  mine.onerror = event => { if (mine === worker) fail(event.message || 'the worker ended'); };
}
function end() {
  if (worker) worker.terminate();
  worker = null;
  busy = false;
}
function hear(said) {
  if (said.error !== undefined) fail(said.error);
  else if (said.report !== undefined) show(said.report);
  else if (said.json !== undefined) save(said.json, 'application/json', '.json');
  else at('progress').value = said.progress / Math.max(1, said.of);
}
function reading(on) {
  stop.disabled = !on;
  at('progress').hidden = !on;
  at('progress').removeAttribute('value');
  document.body.classList.toggle('reading', on);
  report.setAttribute('aria-busy', on);
}
// Without a report of the text that stands there, no report is seen.
function show(html, said = '') {
  busy = false;
  shown = html;
  drawn = turn;
  report.hidden = !html;
  report.srcdoc = html;
  if (!html) reading(false);
  at('none').hidden = !!html;
  for (const id of ['save', 'json', 'link']) at(id).disabled = !html;
  error.textContent = '';
  const cut = text.readOnly ? 'Here are only the first ' + MOST_SHOWN / 1e6 + ' MB; all of it was read.' : '';
  status.textContent = said || (html ? cut : '');
}
report.addEventListener('load', () => { if (shown && drawn === turn) reading(false); });
function fail(failure) {
  end();
  show('');
  error.textContent = 'This was not judged: ' + failure;
}
async function judge(bytes, name) {
  const mine = ++turn;
  if (busy) end();
  current = {bytes, name};
  error.textContent = '';
  status.textContent = 'Reading …';
  reading(true);
  try {
    await begin();
    if (mine !== turn) return;
    busy = true;
    worker.postMessage({turn, name, bytes: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)});
  } catch (e) {
    if (mine === turn) fail(words(e));
  }
}
function judgeText(value, name) {
  clearTimeout(waiting);
  text.readOnly = false;
  text.value = value;
  judge(new TextEncoder().encode(value), name);
}
function clear(said) {
  turn++;
  clearTimeout(waiting);
  if (busy) end();
  current = nothing;
  show('', said);
}
async function take(file) {
  const mine = ++turn;
  clearTimeout(waiting);
  if (busy) end();
  show('', 'Reading …');
  reading(true);
  text.value = '';
  try {
    let bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = await unpacked(bytes);
    if (mine !== turn) return;
    put(bytes);
    judge(bytes, file.name);
  } catch (e) {
    if (mine === turn) fail(words(e));
  }
}
// Long text is seen in part, which must not be taken for the whole of it: it cannot be changed.
function put(bytes) {
  const start = bytes.subarray(0, MOST_SHOWN);
  const mark = start[0] << 8 | start[1], wide = mark === 0xfffe || mark === 0xfeff;
  text.readOnly = bytes.length > MOST_SHOWN;
  text.value = start.includes(0) && !wide ? ''
      : new TextDecoder(mark === 0xfffe ? 'utf-16le' : wide ? 'utf-16be' : 'utf-8').decode(start);
}
function takeFrom(data) {
  if (data.files.length > 1) { clear(); fail('one file at a time'); }
  else if (data.files.length) take(data.files[0]);
  else if (data.getData('text/plain')) judgeText(data.getData('text/plain'), 'pasted text');
}
function save(content, type, ending) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], {type}));
  link.download = (current.name.replace(/[^\w.-]+/g, '-') || 'capture') + ending;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

text.addEventListener('input', () => {
  if (!text.value) { clear(); return; }
  clearTimeout(waiting);
  turn++;
  reading(true);
  waiting = setTimeout(() => judge(new TextEncoder().encode(text.value), 'pasted text'), 300);
});
document.addEventListener('paste', event => {
  if (event.target === text && !text.readOnly && !event.clipboardData.files.length) return;
  event.preventDefault();
  takeFrom(event.clipboardData);
});
for (const type of ['dragover', 'drop', 'dragleave']) {
  document.addEventListener(type, event => {
    event.preventDefault();
    document.body.classList.toggle('drop', type === 'dragover');
    if (type === 'drop') takeFrom(event.dataTransfer);
  });
}
at('file').addEventListener('change', event => {
  if (event.target.files[0]) take(event.target.files[0]);
  event.target.value = '';
});
for (const each of Object.keys(samples)) at('sample').add(new Option(each, each));
at('sample').addEventListener('change', event => {
  if (event.target.value) judgeText(samples[event.target.value], event.target.value);
});
stop.addEventListener('click', () => clear('Stopped: nothing was judged.'));
at('clear').addEventListener('click', () => {
  text.readOnly = false;
  text.value = at('sample').value = '';
  clear();
  text.focus();
});
at('save').addEventListener('click', () => save(shown, 'text/html', '.html'));
at('json').addEventListener('click', () => worker.postMessage({turn, json: true}));
at('link').addEventListener('click', async () => {
  const packed = await through(new CompressionStream('gzip'), current.bytes);
  if (packed.length > LONGEST_LINK) { status.textContent = 'The text is too long for a link.'; return; }
  let binary = '';
  for (const each of packed) binary += String.fromCharCode(each);
  linked = '#' + btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  location.hash = linked;
  const holds = 'The link holds the text (' + location.href.length + ' characters)';
  try { await navigator.clipboard.writeText(location.href); status.textContent = holds + ', and is copied.'; }
  catch (e) { status.textContent = holds + ': copy it from the address bar.'; }
});
async function fromLink() {
  if (location.hash.length < 2 || location.hash === linked) return;
  const mine = ++turn;
  try {
    const bytes = await unpacked(bytesOf(location.hash.slice(1).replace(/-/g, '+').replace(/_/g, '/')));
    if (mine !== turn) return;
    put(bytes);
    judge(bytes, 'text of the link');
  } catch (e) {
    if (mine === turn) fail('the link does not hold a text');
  }
}
window.addEventListener('hashchange', fromLink);
fromLink();
