self.webpackChunk=self.webpackChunk||[];var e=new Worker('/_next/worker.js');e.onmessage=function(e){console.log(e.data)};
