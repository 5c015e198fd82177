document.querySelector('#app').innerHTML = '<h1>Your next order</h1><p>It arrives on Friday.</p><h1>Your invoices</h1><p>All are paid.</p>';
