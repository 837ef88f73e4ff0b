'use strict';
const at = id => document.getElementById(id);
const text = at('text'), report = at('report'), status = at('status'), error = at('error'), stop = at('stop');
const samples = JSON.parse(at('samples').textContent);
let code = null, worker = null, idle = false, name = 'pasted text', waiting = 0, shown = '';

async function unzipped(stream) {
  return new Uint8Array(await new Response(stream.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
}
function bytesOf(base64) {
  const binary = atob(base64), bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
async function begin() {
  if (worker && idle) return;
  if (worker) worker.terminate();
  code = code || URL.createObjectURL(new Blob(
      [await unzipped(new Blob([bytesOf(at('judge').textContent)]).stream())], {type: 'text/javascript'}));
  worker = new Worker(code);
  idle = true;
  const mine = worker;
  worker.onmessage = event => { if (mine === worker) hear(event.data); };
  worker.onerror = event => { if (mine === worker) fail(event.message || 'the worker failed'); };
}
function hear(said) {
  if (said.error !== undefined) fail(said.error);
  else if (said.report !== undefined) show(said.report);
  else if (said.progress !== undefined) {
    status.textContent = 'Reading: ' + Math.floor(100 * said.progress / Math.max(1, said.of)) + ' %';
  }
}
function settle(words) { idle = true; stop.disabled = true; status.textContent = words; }
function fail(words) {
  settle('');
  report.removeAttribute('srcdoc');
  error.textContent = 'This could not be judged, because something failed: ' + words;
  if (worker) worker.terminate();
  worker = null;
}
function show(html) {
  settle('');
  error.textContent = '';
  shown = html;
  report.srcdoc = html;
}
async function judge(bytes) {
  error.textContent = '';
  if (!bytes.length) { report.removeAttribute('srcdoc'); settle(''); return; }
  status.textContent = 'Reading …';
  stop.disabled = false;
  try {
    await begin();
    idle = false;
    worker.postMessage({bytes: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length), name});
  } catch (e) { fail(String(e && e.message || e)); }
}
async function take(file) {
  name = file.name;
  let bytes = new Uint8Array(await file.arrayBuffer());
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = await unzipped(new Blob([bytes]).stream());
  } catch (e) { fail('the file is packed, and is damaged'); return; }
  const start = bytes.slice(0, 2e6);
  text.value = new TextDecoder().decode(start) + (bytes.length > start.length ? '\n[…]' : '');
  judge(bytes);
}
text.addEventListener('input', () => {
  name = 'pasted text';
  clearTimeout(waiting);
  waiting = setTimeout(() => judge(new TextEncoder().encode(text.value)), 300);
});
at('file').addEventListener('change', event => { if (event.target.files[0]) take(event.target.files[0]); });
for (const type of ['dragover', 'drop', 'dragleave']) {
  document.addEventListener(type, event => {
    event.preventDefault();
    document.body.classList.toggle('drop', type === 'dragover');
    if (type === 'drop' && event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
  });
}
for (const each of Object.keys(samples)) at('sample').add(new Option(each, each));
at('sample').addEventListener('change', event => {
  if (!event.target.value) return;
  name = event.target.value;
  text.value = samples[name];
  judge(new TextEncoder().encode(text.value));
});
stop.addEventListener('click', () => {
  if (worker) worker.terminate();
  worker = null;
  settle('Stopped.');
});
at('link').addEventListener('click', async () => {
  const packed = new Blob([text.value]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = '';
  for (const each of bytes) binary += String.fromCharCode(each);
  location.hash = btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  try { await navigator.clipboard.writeText(location.href); status.textContent = 'The link holds the text, and is copied.'; }
  catch (e) { status.textContent = 'The link in the address bar holds the text.'; }
});
async function fromLink() {
  if (location.hash.length < 2) return;
  try {
    const packed = bytesOf(location.hash.slice(1).replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = await unzipped(new Blob([packed]).stream());
    name = 'text of the link';
    text.value = new TextDecoder().decode(bytes);
    judge(bytes);
  } catch (e) { fail('the link does not hold a capture'); }
}
fromLink();
