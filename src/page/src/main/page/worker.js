self.onmessage = event => {
  const {turn, bytes, name, json} = event.data;
  self.progress = done => self.postMessage({turn, progress: done, of: bytes.length});
  try {
    self.postMessage(json ? {turn, json: self.hopwiseJson()} : {turn, report: self.hopwise(bytes, name)});
  } catch (e) {
    self.postMessage({turn, error: String(e && e.message || e)});
  }
};
main([]);
