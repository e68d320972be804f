<?php
// Asks `fihris serve`: php search_http.php http://127.0.0.1:7700 UID WORD...
// With a master key, send a search key: 'Authorization: Bearer KEY'.

function ask(string $address, array $body): array
{
    $context = stream_context_create(['http' => [
        'method' => 'POST',
        'header' => "Content-Type: application/json\r\n",
        'content' => json_encode($body, JSON_UNESCAPED_UNICODE),
        'ignore_errors' => true,
        'timeout' => 10,
    ]]);
    $answer = json_decode(file_get_contents($address, false, $context), true, 512, JSON_THROW_ON_ERROR);
    if (!isset($answer['hits'])) throw new RuntimeException($answer['message']);
    return $answer;
}

[, $service, $uid] = $argv;
$answer = ask("$service/indexes/" . rawurlencode($uid) . '/search', [
    'q' => implode(' ', array_slice($argv, 3)),
    'limit' => 3,
    'attributesToHighlight' => ['title'],
]);
foreach ($answer['hits'] as $hit) echo "found: {$hit['id']} {$hit['_formatted']['title']}\n";
