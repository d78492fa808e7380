import { createServer } from 'node:http'

// What the intake is measured against: it reads what comes and answers nothing.
createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    response.writeHead(200, { 'Content-Length': 0 })
    response.end()
  })
}).listen(Number(process.env.INTAKE_PORT), '127.0.0.1', () => process.send?.('ready'))
process.on('disconnect', () => process.exit(0))
