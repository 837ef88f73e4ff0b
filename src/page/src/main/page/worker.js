self.onmessage = event => {
  const {bytes, name} = event.data;
  self.progress = done => self.postMessage({progress: done, of: bytes.length});
  try {
    self.postMessage({report: self.hopwise(bytes, name)});
  } catch (e) {
    self.postMessage({error: String(e && e.message || e)});
  }
};
main([]);
self.postMessage({ready: true});
